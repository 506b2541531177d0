using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Tests.Ethereum;

public sealed class Secp256k1Tests
{
    private static readonly ManagedSecp256k1 Managed = new();
    private static readonly NativeSecp256k1? Native = NativeSecp256k1.TryLoad();

    public static TheoryData<string> Backends => Native is null ? ["managed"] : ["managed", "libsecp256k1"];

    // Key 1's account, and key 2's, are in every Ethereum library's tests.
    [Theory]
    [InlineData(1, "0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf")]
    [InlineData(2, "0x2B5AD5c4795c026514f8317c7a215E218DcCD6cF")]
    public void The_accounts_of_the_first_keys_are_the_well_known_ones(byte number, string account)
    {
        PrivateKey key = KeyNumber(number);

        Assert.Equal(account, Secp256k1.AddressOf(Managed, key).ToString());
        Assert.Equal(account, Secp256k1.AddressOf(key).ToString());
    }

    [Fact]
    public void The_backend_in_use_is_named()
    {
        bool forced = Environment.GetEnvironmentVariable(Secp256k1.BackendVariable) == "managed";

        Assert.Equal(Native is null || forced ? "managed" : "libsecp256k1", Secp256k1.Backend);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void Both_backends_sign_recover_and_derive_the_same_over_many_keys(string name)
    {
        ISecp256k1Backend curve = Named(name);
        for (int i = 0; i < 300; i++)
        {
            PrivateKey key = PrivateKey.FromSeed($"key {i}");
            Hash32 digest = Keccak256.HashText($"digest {i}");

            EthereumSignature expected = Secp256k1.Sign(digest, key);
            EthereumSignature signature = Secp256k1.Sign(curve, digest, key);

            Assert.Equal(expected, signature);
            Assert.True(signature.S.High >> 127 == 0);
            Assert.True(Secp256k1.TryRecover(curve, digest, signature, out Address signer));
            Assert.Equal(Secp256k1.AddressOf(curve, key), signer);
            Assert.Equal(Secp256k1.AddressOf(key), signer);
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void Corrupted_signatures_recover_the_same_stranger_or_nobody_under_both_backends(string name)
    {
        ISecp256k1Backend curve = Named(name);
        Hash32 digest = Keccak256.HashText("corrupted");
        PrivateKey key = PrivateKey.FromSeed("corrupted");
        byte[] bytes = Secp256k1.Sign(digest, key).ToArray();
        for (int i = 0; i < EthereumSignature.Length; i++)
        {
            byte[] changed = [.. bytes];
            changed[i] ^= 0x11;
            Assert.True(EthereumSignature.TryParse(changed, out EthereumSignature signature));

            bool expected = Secp256k1.TryRecover(digest, signature, out Address stranger);

            Assert.Equal(expected, Secp256k1.TryRecover(curve, digest, signature, out Address signer));
            Assert.Equal(stranger, signer);
            Assert.NotEqual(Secp256k1.AddressOf(key), signer);
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void The_other_root_of_the_same_signature_is_accepted_because_ecrecover_accepts_it(string name)
    {
        ISecp256k1Backend curve = Named(name);
        Hash32 digest = Keccak256.HashText("high s");
        PrivateKey key = PrivateKey.FromSeed("high s");
        EthereumSignature low = Secp256k1.Sign(curve, digest, key);
        EthereumSignature high = new(low.R, Secp256k1.Order - low.S, (byte)(55 - low.V));

        Assert.True(Secp256k1.TryRecover(curve, digest, high, out Address signer));
        Assert.Equal(Secp256k1.AddressOf(key), signer);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void Numbers_outside_the_group_recover_nobody(string name)
    {
        ISecp256k1Backend curve = Named(name);
        Hash32 digest = Keccak256.HashText("outside");
        EthereumSignature valid = Secp256k1.Sign(digest, KeyNumber(1));

        Assert.False(Secp256k1.TryRecover(curve, digest, valid with { V = 26 }, out _));
        Assert.False(Secp256k1.TryRecover(curve, digest, valid with { V = 29 }, out _));
        Assert.False(Secp256k1.TryRecover(curve, digest, valid with { V = 0 }, out _));
        Assert.False(Secp256k1.TryRecover(curve, digest, valid with { R = UInt256.Zero }, out _));
        Assert.False(Secp256k1.TryRecover(curve, digest, valid with { S = UInt256.Zero }, out _));
        Assert.False(Secp256k1.TryRecover(curve, digest, valid with { R = Secp256k1.Order }, out _));
        Assert.False(Secp256k1.TryRecover(curve, digest, valid with { S = Secp256k1.Order }, out _));
        Assert.False(Secp256k1.TryRecover(curve, digest, valid with { S = UInt256.MaxValue }, out _));
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void A_digest_above_the_group_order_is_reduced_the_same_way_everywhere(string name)
    {
        ISecp256k1Backend curve = Named(name);
        Hash32 digest = Hash32.Parse("0x" + new string('f', 64));
        PrivateKey key = KeyNumber(1);

        EthereumSignature signature = Secp256k1.Sign(curve, digest, key);

        Assert.Equal(Secp256k1.Sign(Managed, digest, key), signature);
        Assert.True(Secp256k1.TryRecover(curve, digest, signature, out Address signer));
        Assert.Equal(Secp256k1.AddressOf(key), signer);
    }

    [Theory]
    [InlineData("0x0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141")]
    [InlineData("0x01")]
    public void Zero_n_and_other_lengths_are_no_keys(string text) =>
        Assert.False(PrivateKey.TryCreate(Hex.Decode(text), out _));

    [Fact]
    public void The_last_number_below_n_is_a_key()
    {
        byte[] last = Hex.Decode("0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364140");

        Assert.True(PrivateKey.TryCreate(last, out PrivateKey key));
        Assert.Equal(Secp256k1.AddressOf(Managed, key), Secp256k1.AddressOf(key));
    }

    [Fact]
    public void The_compact_form_of_a_signature_reads_back_as_the_same_signature()
    {
        for (int i = 0; i < 50; i++)
        {
            EthereumSignature signature = Secp256k1.Sign(Keccak256.HashText($"compact {i}"), KeyNumber(1));

            Assert.True(EthereumSignature.TryParse(signature.ToCompactArray(), out EthereumSignature read));
            Assert.Equal(signature, read);
            Assert.True(EthereumSignature.TryParse(signature.ToArray(), out EthereumSignature full));
            Assert.Equal(signature, full);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(66)]
    public void Bytes_of_another_length_are_no_signature(int length) =>
        Assert.False(EthereumSignature.TryParse(new byte[length], out _));

    [Fact]
    public void Signing_and_recovering_allocate_nothing_where_the_native_library_is_installed()
    {
        if (Secp256k1.Backend != "libsecp256k1")
        {
            return;
        }

        Hash32 digest = Keccak256.HashText("allocation");
        PrivateKey key = KeyNumber(1);
        Secp256k1.TryRecover(digest, Secp256k1.Sign(digest, key), out _);
        long before = GC.GetAllocatedBytesForCurrentThread();

        Secp256k1.TryRecover(digest, Secp256k1.Sign(digest, key), out _);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static ISecp256k1Backend Named(string name) => name == "managed" ? Managed : Native!;

    private static PrivateKey KeyNumber(byte number)
    {
        byte[] bytes = new byte[32];
        bytes[31] = number;
        Assert.True(PrivateKey.TryCreate(bytes, out PrivateKey key));
        return key;
    }
}
