package org.tamga.matcher.face.liveness;

/** Where the conversation with a person stands. */
public sealed interface PromptState {

    /** The person shall look straight into the camera. */
    record LookStraight() implements PromptState {}

    /** The person is being asked. */
    record Asking(Prompt prompt) implements PromptState {}

    /** Everything was done. */
    record Passed() implements PromptState {}

    /** It ended; a new conversation has new prompts. */
    record Failed(PromptFault fault) implements PromptState {}
}
