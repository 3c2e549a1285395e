package org.tamga.verifier.format;

/** A {@code .sig} file, docs/formats/package.md. */
public record DetachedSignature(
        String algorithm, String keyId, String publicKey, String signature) {}
