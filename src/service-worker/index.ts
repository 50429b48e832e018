/// <reference types="@sveltejs/kit" />
/// <reference lib="webworker" />
import { answerMedia } from './media';
import { fetchAhead, keepShell } from './shell';
import { onActivate, onInstall, onMessage } from './updates';
import { wakePages } from './wake-pages';

const scope = globalThis as unknown as ServiceWorkerGlobalScope;

keepShell();
answerMedia();
scope.addEventListener('install', (event) => {
	onInstall(scope);
	event.waitUntil(fetchAhead());
});
scope.addEventListener('activate', (event) => onActivate(scope, event));
scope.addEventListener('message', (event) => onMessage(scope, event));
scope.addEventListener('sync' as 'activate', (event) => wakePages(scope, event));
