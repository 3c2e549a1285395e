package org.tamga.verifier.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tamga.verifier.record.Hex;

@DisplayName("The log's tree")
class MerkleTreeTest {
    @Test
    @DisplayName("has the roots of the public Certificate Transparency vectors")
    void vectors() {
        List<byte[]> leaves =
                Stream.of(
                                "",
                                "00",
                                "10",
                                "2021",
                                "3031",
                                "40414243",
                                "5051525354555657",
                                "606162636465666768696a6b6c6d6e6f")
                        .map(leaf -> MerkleTree.leaf(HexFormat.of().parseHex(leaf)))
                        .toList();
        assertEquals(
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                Hex.of(MerkleTree.root(List.of())));
        assertEquals(
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                Hex.of(MerkleTree.root(leaves.subList(0, 1))));
        assertEquals(
                "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                Hex.of(MerkleTree.root(leaves.subList(0, 2))));
        assertEquals(
                "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
                Hex.of(MerkleTree.root(leaves)));
    }
}
