import { formatPercent } from '../../../../shared/format';
import type { Block } from '../../../../shared/pdf/blocks';
import { fact, facts, heading, space, text, together } from '../../../../shared/pdf/design';
import type { PreInspection } from '../inspection/pre-inspection.entity';
import type { SheetText } from './texts/sheet-text';

export type SheetInspection = Pick<
  PreInspection,
  'odometerValue' | 'odometerUnit' | 'fuelPercent' | 'exteriorCondition' | 'interiorCondition' | 'issues'
>;

/** How the vehicle came in; nothing while nobody has looked. */
export function inspectionBlocks(
  inspection: SheetInspection | null,
  said: SheetText,
  locale: string,
): Block[] {
  if (!inspection) return [];
  const { fuelPercent, exteriorCondition, interiorCondition, issues } = inspection;
  return [
    space(12),
    together(
      heading(said.inspection),
      space(4),
      facts(
        fact(said.fuel, fuelPercent === null ? null : formatPercent(String(fuelPercent), locale)),
        fact(said.exterior, exteriorCondition),
        fact(said.interior, interiorCondition),
      ),
      ...issues.map((issue) => text(`• ${issue}`)),
    ),
  ];
}
