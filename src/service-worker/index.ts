/// <reference types="@sveltejs/kit" />
/// <reference lib="webworker" />
import { answerMedia } from './media';
import { keepShell } from './shell';
import { onActivate, onInstall, onMessage } from './updates';
import { wakePages } from './wake-pages';

const scope = globalThis as unknown as ServiceWorkerGlobalScope;

keepShell();
answerMedia();
scope.addEventListener('install', () => onInstall(scope));
scope.addEventListener('activate', (event) => onActivate(scope, event));
scope.addEventListener('message', (event) => onMessage(scope, event));
scope.addEventListener('sync' as 'activate', (event) => wakePages(scope, event));
