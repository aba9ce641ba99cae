import { UNPLACED } from './cards';

/** Lets cards be dragged to another column with the pointer. The menu does the same for everybody. */
export function bindDragging(columns: HTMLElement, moveTo: (cardId: string, stageId: string) => void): void {
  let dragged: HTMLElement | null = null;
  let over: HTMLElement | null = null;

  const columnAt = (event: Event) => (event.target as Element).closest<HTMLElement>('.column');
  const hover = (column: HTMLElement | null) => {
    over?.classList.remove('target');
    over = column;
    over?.classList.add('target');
  };
  const stop = () => {
    dragged?.classList.remove('dragged');
    dragged = null;
    hover(null);
  };

  columns.addEventListener('dragstart', (event) => {
    dragged = (event.target as Element).closest<HTMLElement>('.card');
    if (!dragged || !event.dataTransfer) return;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', dragged.dataset.id!);
    dragged.classList.add('dragged');
  });
  columns.addEventListener('dragover', (event) => {
    const column = dragged && columnAt(event);
    // Nobody takes a card off the board again: its first column is where cards begin.
    if (!column || column.dataset.id === UNPLACED) return hover(null);
    event.preventDefault();
    hover(column);
  });
  columns.addEventListener('drop', (event) => {
    event.preventDefault();
    const stageId = over?.dataset.id;
    if (dragged && stageId && !over!.contains(dragged)) moveTo(dragged.dataset.id!, stageId);
  });
  columns.addEventListener('dragend', stop);
}
