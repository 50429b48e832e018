import {
	followBack,
	followEnd,
	followResume,
	followStep,
	type Follower
} from '$lib/console/server/partners/follow';
import { openIntroduction } from '$lib/console/server/partners/open-introduction';
import { todayIn } from '$lib/console/server/notices/days';
import { staffOf } from '$lib/console/server/staff-of';
import { wordsOf } from '$lib/console/server/words-of';
import { nextSteps } from '$lib/domain/introduction';
import { maySee } from '$lib/server/partners/may-see';
import { partnerById } from '$lib/server/repositories/partners';
import { newPublicId } from '$lib/server/secrets';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const staff = staffOf(locals);
	const introduction = await openIntroduction(staff, params.id);
	const { partner } = await partnerById(introduction.partner);
	const isOpen = partner !== null && maySee(staff, partner);
	return {
		introduction,
		wants: partner?.wants ?? [],
		/** Whether she may look at the partner: one that is not verified any more is its manager's. */
		isOpen,
		next: nextSteps(introduction.sort, introduction.steps),
		today: todayIn(Date.now()),
		done: url.searchParams.get('done') ?? '',
		stepKey: newPublicId(15),
		endKey: newPublicId(15)
	};
};

async function followerOf({ locals, params, request, cookies }: RequestEvent): Promise<Follower> {
	const staff = staffOf(locals);
	const found = await openIntroduction(staff, params.id);
	return { staff, found, form: await request.formData(), words: wordsOf(cookies) };
}

export const actions: Actions = {
	step: async (event) => followStep(await followerOf(event)),
	end: async (event) => followEnd(await followerOf(event)),
	resume: async (event) => followResume(await followerOf(event)),
	back: async (event) => followBack(await followerOf(event))
};
