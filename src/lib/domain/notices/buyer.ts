import * as v from 'valibot';
import { PRODUCT_KINDS } from '../product-kinds';

/** Somebody asks for something of hers. Who it is, her trainer tells her. */
export const BuyerBody = v.object({
	/** The product's own name; '' for one that is known by its picture alone. */
	name: v.pipe(v.string(), v.maxLength(240)),
	kind: v.nullable(v.picklist(PRODUCT_KINDS))
});
export type BuyerBody = v.InferOutput<typeof BuyerBody>;
