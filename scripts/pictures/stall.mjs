import { drawScenes } from './draw-scenes.mjs';

// The pictures of her stall. Run it after changing one: `node scripts/pictures/stall.mjs`.
drawScenes('sell', 'src/lib/market/stall/pictures');
