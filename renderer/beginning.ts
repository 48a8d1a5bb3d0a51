import { beginDetection } from './detection/begunDetection';

beginDetection();
