/// <reference types="@sveltejs/kit" />
/// <reference lib="webworker" />
import { answerLater, renewLater } from './later';
import { answerMedia } from './media';
import { takeSharedFile } from './shared-file';
import { fetchAhead, keepShell } from './shell';
import { onActivate, onInstall, onMessage } from './updates';
import { wakePages } from './wake-pages';

const scope = globalThis as unknown as ServiceWorkerGlobalScope;

keepShell();
answerMedia();
answerLater();
takeSharedFile();
scope.addEventListener('install', (event) => {
	onInstall(scope);
	event.waitUntil(Promise.all([fetchAhead(), renewLater()]));
});
scope.addEventListener('activate', (event) => onActivate(scope, event));
scope.addEventListener('message', (event) => onMessage(scope, event));
scope.addEventListener('sync' as 'activate', (event) => wakePages(scope, event));
