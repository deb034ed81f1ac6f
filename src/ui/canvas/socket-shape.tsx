/** A shape for each type of port, so that nobody has to tell types by colour alone. */
import type { ReactNode } from 'react';
import type { PortType } from '../../graph/port-type.ts';

const shapes: Readonly<Record<PortType, ReactNode>> = {
  image: <rect x="1.5" y="1.5" width="9" height="9" rx="1" />,
  mask: (
    <>
      <rect x="1.5" y="1.5" width="9" height="9" rx="1" />
      <path d="M2 10 10 2" />
    </>
  ),
  picture: <path d="M1.5 1.5h6l3 3v6h-9z" />,
  result: <path d="M6 1 11 4.8 9.1 10.6H2.9L1 4.8z" />,
  encoder: <path d="M3.3 1.5h5.4L11.3 6l-2.6 4.5H3.3L.7 6z" />,
  features: <path d="M2 1.2 11 6 2 10.8z" />,
  statistics: <path d="M6 .8 11.2 6 6 11.2.8 6z" />,
  loss: <circle cx="6" cy="6" r="4.6" />,
};

export const SocketShape = ({ type }: { readonly type: PortType }) => (
  <svg viewBox="0 0 12 12" aria-hidden="true">
    {shapes[type]}
  </svg>
);
