/** Official codes as they are written: two figures for a province, five for a commune. Their lengths tell them apart. */
export const provinceCode = ({ code }: { code: number }): string => String(code).padStart(2, '0');
export const communeCode = ({ code }: { code: number }): string => String(code).padStart(5, '0');
