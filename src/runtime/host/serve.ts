/** The worker's side of a connection. */
import { Host } from './host.ts';
import type { HostOptions } from './host-options.ts';
import { connectPort, type Port } from './port.ts';
import type { Listening } from './protocol.ts';

/** Answers the commands that come through `port`, until its thread ends. */
export function serve(port: Port, options: HostOptions): Host {
  const host: Host = new Host(options, {
    told: batch => void page.told.asEvent(batch),
    shown: frame => void page.shown.asEvent(frame),
    measured: report => void page.measured.asEvent(report),
  });
  const page = connectPort<Listening, Host>(port, host);
  return host;
}
