using System.Text.Json;

using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;
using Simulator.Protocol.Tests.Vectors;

namespace Simulator.Protocol.Tests.Permit2;

public sealed class TypedDataVectorTests
{
    private static readonly JsonElement Vectors = Vector.Read("typed-data.json");
    private static readonly PrivateKey KeyOne = PrivateKey.Parse("0x" + new string('0', 63) + "1");

    // Source: keccak of the type texts, as stated by Permit2, the x402 proxies, EIP-3009 and EIP-2612.
    public static TheoryData<string, string> TypeHashes => new()
    {
        {
            "0x618358ac3db8dc274f0cd8829da7e234bd48cd73c4a740aede1adec9846d06a1",
            Permit2TypedData.TokenPermissionsTypeHash.ToString()
        },
        {
            "0x939c21a48a8dbe3a9a2404a1d46691e4d39f6583d6ec6b35714604c986d80106",
            Permit2TypedData.PlainTypeHash.ToString()
        },
        {
            "0xd97b3239a7f32295517bd14cb074edfdd188dfe5eb42f802bb26d4fd1eb12c37",
            Permit2TypedData.ExactWitnessTypeHash.ToString()
        },
        {
            "0xebc156cd23678a74c94df13d772ef5478420637f0c94bd10d509e1dc98f521c7",
            Permit2TypedData.ExactTypeHash.ToString()
        },
        {
            "0xd4171c445a74218b01d4fd8af34ff1106580ea1e36ff837e64484bfaa2253b75",
            Permit2TypedData.UptoWitnessTypeHash.ToString()
        },
        {
            "0x51dff6974ad4388c499e7fcfe838d2bd767162553a144098ce20ea661d70c2ee",
            Permit2TypedData.UptoTypeHash.ToString()
        },
        {
            "0x1128dc926372d27ec4d659a7249ed27b89bba8d36ffb64f804866b47a29bdb95",
            Permit2TypedData.LegacyWitnessTypeHash.ToString()
        },
        {
            "0xec1e0be8d54341adab1a8c3138bd39782c7bd39860145655badff52e529594d3",
            Permit2TypedData.LegacyTypeHash.ToString()
        },
        {
            "0x7c7c6cdb67a18743f49ec6fa9b35f50d52ed05cbed4cc592e13b44501c1a2267",
            TransferAuthorization.TransferTypeHash.ToString()
        },
        {
            "0xd099cc98ef71107a616c4f0f941f04c322d8e254fe26b3c6668db87aae413de8",
            TransferAuthorization.ReceiveTypeHash.ToString()
        },
        {
            "0x158b0a9edf7a828aad02f63cd515c68ef2f50ba807396f6d12842833a1597429",
            TransferAuthorization.CancelTypeHash.ToString()
        },
        {
            "0x6e71edae12b1b97f4d1f60370fef10105fa2faae0126114a169c64845d6126c9",
            TokenPermit.TypeHash.ToString()
        },
    };

    public static TheoryData<string> Cases => ["upto", "exact", "legacy"];

    [Fact]
    public void Domain_separators_are_the_published_ones()
    {
        foreach (JsonElement vector in Vectors.GetProperty("domainSeparators").EnumerateArray())
        {
            TypedDataDomain domain = new(
                vector.Text("name"),
                vector.OptionalText("version"),
                vector.GetProperty("chainId").GetUInt64(),
                Address.Parse(vector.Text("contract")));

            Assert.Equal(vector.Text("separator"), domain.Separator().ToString());
        }
    }

    [Theory]
    [MemberData(nameof(TypeHashes))]
    public void Type_hashes_are_the_published_ones(string expected, string hash) => Assert.Equal(expected, hash);

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_permit2_authorization_hashes_and_signs_as_the_reference_library_does(string name)
    {
        JsonElement vector = Case(name);
        ulong chain = vector.GetProperty("chainId").GetUInt64();
        string? facilitator = vector.OptionalText("facilitator");
        Permit2Authorization authorization = new(
            Secp256k1.AddressOf(KeyOne),
            Deployments.OpgToken,
            UInt256.Parse("100000000000000000"),
            Address.Parse(vector.Text("spender")),
            UInt256.Parse("12345678901234567890"),
            1770000300UL,
            new Permit2Witness(
                Deployments.GatewayPayee, facilitator is null ? null : Address.Parse(facilitator), 1769999400UL));

        bool isLegacy = name == "legacy";
        Hash32 structHash = isLegacy
            ? Permit2TypedData.LegacyStructHash(authorization, [])
            : Permit2TypedData.StructHash(authorization);
        Hash32 digest = isLegacy
            ? Permit2TypedData.LegacyDigest(chain, authorization, [])
            : Permit2TypedData.Digest(chain, authorization);

        AssertSigned(vector, structHash, digest);
    }

    [Fact]
    public void An_eip3009_authorization_hashes_and_signs_as_the_reference_library_does()
    {
        TransferAuthorization authorization = new(
            Secp256k1.AddressOf(KeyOne),
            Deployments.GatewayPayee,
            10000UL,
            1769999400UL,
            1770000300UL,
            Hash32.Parse("0x" + string.Concat(Enumerable.Repeat("22", 32))));

        AssertSigned(
            Case("eip3009"),
            authorization.TransferStructHash(),
            authorization.TransferDigest(Deployments.UsdcBaseDomain));
    }

    // Source: arithmetic of Permit2's bitmap (word = nonce >> 8, bit = nonce & 255) done by hand.
    [Fact]
    public void A_nonce_lies_in_its_word_and_bit()
    {
        Assert.Equal(
            new Permit2Nonce(48225308207947530UL, 210),
            Permit2Nonce.Of(UInt256.Parse("12345678901234567890")));
        Assert.Equal(
            new Permit2Nonce(UInt256.Parse("0x" + new string('f', 62)), 255),
            Permit2Nonce.Of(UInt256.MaxValue));
    }

    private static JsonElement Case(string name) =>
        Vectors.GetProperty("signatures").EnumerateArray().Single(vector => vector.Text("case") == name);

    private static void AssertSigned(JsonElement vector, Hash32 structHash, Hash32 digest)
    {
        Assert.Equal(vector.Text("structHash"), structHash.ToString());
        Assert.Equal(vector.Text("digest"), digest.ToString());
        EthereumSignature signature = Secp256k1.Sign(digest, KeyOne);
        Assert.Equal(vector.Text("signature"), signature.ToString());
        Assert.True(Secp256k1.TryRecover(digest, signature, out Address signer));
        Assert.Equal(Secp256k1.AddressOf(KeyOne), signer);
    }
}
