/**
 * Imported before anything else: the page's Content-Security-Policy allows no code from text, and zod would try
 * whether it is allowed, which browsers report as a violation.
 */
import { config } from 'zod';

config({ jitless: true });
