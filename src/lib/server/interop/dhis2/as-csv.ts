import { stringify } from 'csv-stringify/sync';
import type { DataValueSet } from './data-value-sets';

/** The columns that POST /api/dataValueSets takes as application/csv. */
const COLUMNS = ['dataelement', 'period', 'orgunit', 'categoryoptioncombo', 'attributeoptioncombo', 'value'];

export const dataValuesCsv = ({ period, dataValues }: DataValueSet): string =>
	stringify([
		COLUMNS,
		...dataValues.map(({ dataElement, orgUnit, value }) => [dataElement, period, orgUnit, '', '', value])
	]);
