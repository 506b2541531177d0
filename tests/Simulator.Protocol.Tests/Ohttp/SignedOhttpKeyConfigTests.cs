using System.Text;
using System.Text.Json.Nodes;
using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Ohttp;
using Simulator.Protocol.Tests.Enclaves;

namespace Simulator.Protocol.Tests.Ohttp;

/// <summary>Members and forms: protocol facts §4.10.</summary>
public sealed class SignedOhttpKeyConfigTests
{
    private static readonly EnclaveSigningKey Key = TestKeys.Pool[0];
    private static readonly SignedOhttpKeyConfig Signed = SignedOhttpKeyConfig.Sign(Key, OhttpSample.Config);

    [Fact]
    public void A_key_configuration_is_bound_to_its_enclave()
    {
        Assert.True(Signed.IsSignedBy(Key.Spki.Span));
        Assert.False((Signed with { Config = OhttpSample.Config with { KeyId = 2 } }).IsSignedBy(Key.Spki.Span));
        Assert.False(Signed.IsSignedBy(TestKeys.Pool[1].Spki.Span));
        Assert.False((Signed with { TeeId = TestKeys.Pool[1].TeeId }).IsSignedBy(Key.Spki.Span));
    }

    [Fact]
    public void It_survives_its_wire_form()
    {
        Assert.True(SignedOhttpKeyConfig.TryRead(Signed.ToJson(), out SignedOhttpKeyConfig? read));

        Assert.Equal(Signed.ToJson(), read.ToJson());
        Assert.Equal(OhttpSample.Config, read.Config);
        Assert.True(read.IsSignedBy(Key.Spki.Span));
    }

    [Theory]
    [InlineData("tee_id", "\"0x00\"")]
    [InlineData("key_id", "2")]
    [InlineData("key_id", "1.5")]
    [InlineData("kem_id", "33")]
    [InlineData("kdf_id", "\"1\"")]
    [InlineData("aead_id", "null")]
    [InlineData("public_key", "\"00\"")]
    [InlineData("key_config", "\"AAAA\"")]
    [InlineData("signature", "\"!\"")]
    [InlineData("signature_hash", "\"0x00\"")]
    public void A_member_that_is_malformed_or_contradicts_the_others_is_refused(string member, string value)
    {
        JsonObject body = JsonNode.Parse(Signed.ToJson())!.AsObject();
        body[member] = JsonNode.Parse(value);

        Assert.False(SignedOhttpKeyConfig.TryRead(Encoding.UTF8.GetBytes(body.ToJsonString()), out _));
        body.Remove(member);
        Assert.False(SignedOhttpKeyConfig.TryRead(Encoding.UTF8.GetBytes(body.ToJsonString()), out _));
    }
}
