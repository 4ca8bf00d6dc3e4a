'use client';

import { Broken } from '../../../../broken.client';

export default Broken;
