/** How a person likes the canvas. Kept in the browser, and no part of any document. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

interface CanvasView {
  readonly hasMinimap: boolean;
}

export const useCanvasView = create<CanvasView>()(
  persist((): CanvasView => ({ hasMinimap: false }), { name: 'gramarye.canvas', version: 1 }),
);
