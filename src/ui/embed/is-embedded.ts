/** Whether the address asks for a graph to be shown within another page: `?embed`, or `?embed=NAME` of a preset. */
export const isEmbedded = (): boolean => new URLSearchParams(location.search).has('embed');
