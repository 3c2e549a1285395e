package org.tamga.devices.ports;

/** What came of signing. */
public sealed interface TokenSignature {
    /**
     * @param signature as Java's {@code Signature} gives it: DER for ECDSA
     */
    record Signed(byte[] signature) implements TokenSignature {}

    record Failed(DeviceFault fault, String detail) implements TokenSignature {}
}
