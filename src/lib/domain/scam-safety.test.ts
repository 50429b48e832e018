import { describe, expect, test } from 'vitest';
import { unsafeIn } from './scam-safety';

describe('what would make an exercise a real trap is found', () => {
	test.each([
		['Bấm https://vn-post.top/abc để nhận.', 'link'],
		['Bấm hxxp://nhan-qua.xyz ngay', 'link'],
		['Vào www.nhanqua.vn nhận quà', 'link'],
		['Vào nhanqua[.]com nhận quà', 'link'],
		['Vào bit.ly/3xYz nhận quà', 'link'],
		['Vào NHANQUA.COM nhận quà', 'link'],
		['Vào trang nhận quà chấm com', 'link'],
		['Gửi thư cho qua@la.vn', 'link'],
		['Gọi 0912345678 ngay', 'phone'],
		['Gọi 0912 345 678 ngay', 'phone'],
		['Gọi +84 912.345.678 ngay', 'phone'],
		['Gọi 091-234-5678 ngay', 'phone'],
		['Gọi ０９１２３４５６７８ ngay', 'phone'],
		['Gọi ٠٩١٢٣٤٥٦٧٨ ngay', 'phone'],
		['Gọi 09\u200b12345678 ngay', 'phone'],
		['Gọi không chín một hai ba bốn năm sáu bảy tám', 'phone'],
		['Chuyển vào 19036521548017', 'account'],
		['Chuyển vào 1903 6521 5480 17', 'account'],
		['Mã OTP của chị là 482913', 'code'],
		['Mã của chị là bốn tám hai chín một ba', 'code'],
		['Nộp 500.000 đồng', 'digits'],
		['Trả trong 24 giờ', 'digits'],
		['Vietcombank báo khóa thẻ', 'brand'],
		['VIETTEL tặng chị một tháng', 'brand'],
		['Đây là ông Nguyễn Văn Nam ở công an', 'person'],
		['Chị Giàng Thị Mỷ gửi quà', 'person'],
		['anh Nam Trung gọi', 'person']
	])('%s', (text, kind) => {
		expect(unsafeIn(text)?.kind).toBe(kind);
	});
	test('and it is told as it stands there, so that she finds it', () => {
		expect(unsafeIn('Gọi 0912 345 678 ngay.')).toEqual({ kind: 'phone', found: '0912 345 678' });
	});
});

test.each([
	'Ngân hàng báo: tài khoản của chị sắp bị khóa. Bấm vào đường dẫn để mở lại.',
	'Chị có gói hàng. Trả phí hai mươi nghìn đồng thì mới giao.',
	'Tôi là công an tỉnh. Chị dính vụ án, không được nói với ai.',
	'Chị gọi số một năm sáu để báo.',
	'Điện lực báo hụt tiền điện tháng này. Trả ngay kẻo cắt.',
	'Con chị bị ngã, đang ở bệnh viện. Chuyển tiền gấp.',
	'Cán bộ xã Nà Chang nhắc chị cập nhật giấy tờ.',
	'Một trăm hai mươi ba nghìn đồng một tháng.'
])('an honest sentence goes out: %s', (text) => {
	expect(unsafeIn(text)).toBeUndefined();
});
