import { drawScenes } from './draw-scenes.mjs';

// The answers to what is asked after a course. Run it after changing one: `node scripts/pictures/followup.mjs`.
drawScenes('followup', 'src/lib/learn/followup/pictures');
