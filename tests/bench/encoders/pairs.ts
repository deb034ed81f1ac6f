/** What is painted: each of the six photographs once, six different paintings. Files of `shared/images`. */
export interface Pair {
  readonly content: string;
  readonly style: string;
}

export const pairs: readonly Pair[] = [
  { content: 'tubingen', style: 'van-gogh-starry-night' },
  { content: 'golden-gate', style: 'turner-shipwreck' },
  { content: 'hoover-tower-night', style: 'klimt-kiss' },
  { content: 'kodak-05-motocross', style: 'macke-market' },
  { content: 'kodak-14-rafting', style: 'kandinsky-cossacks' },
  { content: 'kodak-17-sculpture', style: 'seurat-port-en-bessin' },
];

export const pairTitle = ({ content, style }: Pair): string => `${content} × ${style}`;
