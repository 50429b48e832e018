import { describe, expect, test } from 'vitest';
import { nameKeyOf } from '../repositories/partners';
import { amountOf, fieldsOfPartner, partnerFields, phoneOf, readPartner } from './read-partner';

const typed = {
	name: 'Cửa hàng Quà Quê',
	kind: 'retailer',
	registration: '0101 234 567',
	contactName: 'Chị Hà',
	phone: '+84 24 3974 5555',
	email: 'Ha@Quaque.example',
	place: 'Tỉnh Thái Nguyên',
	want0Kind: 'honey',
	want0Amount: '1.500',
	want0Unit: 'bottle',
	want0Quality: 'nguyên chất, có nhãn',
	want0Months: ['11', '12'],
	gives: ['transport', 'buying'],
	about: 'Chúng tôi bán quà quê.'
};
function formOf(values: Record<string, string | string[]>): FormData {
	const form = new FormData();
	for (const [name, value] of Object.entries({ ...typed, ...values }))
		for (const one of [value].flat()) form.append(name, one);
	return form;
}

test('what a form says is read, with the place found by its name', async () => {
	const read = await readPartner(formOf({}));
	expect(read).toMatchObject({
		given: {
			...{ name: 'Cửa hàng Quà Quê', phone: '02439745555', email: 'ha@quaque.example', province: '19' },
			registration: '0101234567',
			wants: [{ kind: 'honey', amount: 1500, unit: 'bottle', months: [11, 12] }],
			gives: ['buying', 'transport']
		}
	});
	if (!('given' in read)) throw new Error();
	const fields = fieldsOfPartner(read.given);
	expect(Object.keys(fields).sort()).toEqual(Object.keys(partnerFields(new FormData())).sort());
	expect(fields).toMatchObject({
		want0Months: '11 12',
		code: '19',
		placed: 'Tỉnh Thái Nguyên',
		gives: 'buying transport'
	});
});

test('on the strangers’ form the province is chosen, and words are added to it', async () => {
	expect(await readPartner(formOf({ place: '12 phố Huế', province: '01' }))).toMatchObject({
		given: { place: '12 phố Huế, Thành phố Hà Nội', province: '01', commune: '' }
	});
	expect(await readPartner(formOf({ place: '', province: '19' }))).toMatchObject({
		given: { place: 'Tỉnh Thái Nguyên', province: '19' }
	});
});

type Refused = { values: Record<string, string | string[]>; fault: string; what?: string };
describe('what is refused, beside its field', () => {
	test.each<Refused>([
		{ values: { name: '' }, fault: 'name' },
		{ values: { name: 'x'.repeat(200) }, fault: 'name' },
		{ values: { name: 'Vay nhanh vay.example.com' }, fault: 'name' },
		{ values: { name: 'Cửa hàng Quà Quê 0912345678' }, fault: 'name' },
		{ values: { name: 'Cửa hàng Quа Quê' }, fault: 'name', what: 'a Cyrillic letter' },
		{ values: { name: 'Quà\u200bQuê' }, fault: 'name', what: 'an invisible sign' },
		{ values: { kind: 'bank' }, fault: 'kind' },
		{ values: { contactName: ' ' }, fault: 'contact' },
		{ values: { phone: '', email: '' }, fault: 'reach' },
		{ values: { phone: '12' }, fault: 'phone' },
		{ values: { email: 'ha@quaque' }, fault: 'email' },
		{ values: { registration: 'không có' }, fault: 'registration' },
		{ values: { place: '' }, fault: 'place' },
		{ values: { place: 'Thái Nguyên', code: '99', placed: 'Thái Nguyên' }, fault: 'place' },
		{ values: { place: 'x'.repeat(200) }, fault: 'long' },
		{ values: { place: 'vay.example.com' }, fault: 'link' },
		{ values: { province: '' }, fault: 'place' },
		{ values: { province: '02191' }, fault: 'place' },
		{ values: { want0Kind: 'gold' }, fault: 'want' },
		{ values: { want0Unit: '' }, fault: 'want' },
		{ values: { want0Amount: '-3' }, fault: 'amount' },
		{ values: { want0Amount: '10000000' }, fault: 'amount' },
		{ values: { want0Months: ['13'] }, fault: 'months' },
		{ values: { want0Quality: 'xem www.qua.example.com' }, fault: 'link' },
		{ values: { want0Kind: '', gives: [] }, fault: 'nothing' },
		{ values: { about: 'Vào https://vay.example.com' }, fault: 'link' },
		{ values: { about: 'x'.repeat(5000) }, fault: 'long' }
	])('$fault: $values $what', async ({ values, fault }) => {
		expect(await readPartner(formOf(values))).toMatchObject({ fault, field: expect.any(String) as string });
	});
	test('a form that is empty, or of files', async () => {
		const form = new FormData();
		expect(await readPartner(form)).toMatchObject({ fault: 'name' });
		form.set('name', new File(['x'], 'name.txt'));
		expect(await readPartner(form)).toMatchObject({ fault: 'name' });
	});
});

test.each([
	['+84 24 3974 5555', '02439745555'],
	['0084912345678', '0912345678'],
	['1900 6035', '19006035'],
	['+81 3 1234 5678', '+81312345678'],
	['', ''],
	['hỏi chị Hà', null],
	['0'.repeat(30), null]
])('the telephone number %j is %j', (as, is) => expect(phoneOf(as)).toBe(is));

test.each([
	['1.500', 1500],
	['1 500 000', null],
	['12,5', null],
	['', 0],
	['một tấn', null]
])('the amount %j is %j', (as, is) => expect(amountOf(as)).toBe(is));

test.each([
	['Công ty TNHH Quà Quê', 'CTY QUÀ QUÊ'],
	['HTX Thổ cẩm Lùng Tám', 'Hợp tác xã Thổ cẩm  Lùng Tám'],
	['Quà-Quê', 'quaque']
])('%j and %j are one name', (one, other) => expect(nameKeyOf(one)).toBe(nameKeyOf(other)));
test.each([
	['Quà Quê', 'Quà Quê Xưa'],
	['HTX', 'Công ty']
])('%j and %j are two', (one, other) => expect(nameKeyOf(one)).not.toBe(nameKeyOf(other)));
