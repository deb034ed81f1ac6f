/** What documents and pictures show above the page: their dialogs, and what is lit while files are dragged. */
import { lazy, Suspense } from 'react';
import { Arrivals } from '../images/arrivals.tsx';
import { useChoosing } from '../images/choose-image.ts';
import { usePaintedMask } from '../masks/painting-mask.ts';
import { useVideoPanel } from '../video/video-state.ts';
import { useDocumentsDialog } from './documents-dialog-state.ts';
import { useFileReport } from './file-report.ts';
import { useOpen } from './open-documents.ts';

// Loaded when first asked for: nobody needs them to see the graph.
const Documents = lazy(async () => ({ default: (await import('./documents-dialog.tsx')).DocumentsDialog }));
const Elsewhere = lazy(async () => ({ default: (await import('./elsewhere-dialog.tsx')).ElsewhereDialog }));
const FileReport = lazy(async () => ({
  default: (await import('./file-report-dialog.tsx')).FileReportDialog,
}));
const Picker = lazy(async () => ({
  default: (await import('../images/image-picker-dialog.tsx')).ImagePickerDialog,
}));
const Video = lazy(async () => ({ default: (await import('../video/video-dialog.tsx')).VideoDialog }));
const MaskBrush = lazy(async () => ({ default: (await import('../masks/mask-dialog.tsx')).MaskDialog }));

export function DocumentsLayer() {
  const showsDocuments = useDocumentsDialog(state => state.isOpen);
  const isElsewhere = useOpen(state => state.elsewhere !== undefined);
  const hasReport = useFileReport(state => state.report !== undefined);
  const isChoosing = useChoosing(state => state.choosing.type !== 'closed');
  const showsVideo = useVideoPanel(state => state.isOpen);
  const isPaintingMask = usePaintedMask(state => state.node !== undefined);
  return (
    <>
      <Arrivals />
      <Suspense>
        {showsDocuments && <Documents />}
        {isElsewhere && <Elsewhere />}
        {hasReport && <FileReport />}
        {isChoosing && <Picker />}
        {isPaintingMask && <MaskBrush />}
        {showsVideo && <Video />}
      </Suspense>
    </>
  );
}
