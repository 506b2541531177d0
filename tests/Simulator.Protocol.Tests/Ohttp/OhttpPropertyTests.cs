using FsCheck;
using FsCheck.Fluent;

using Simulator.Protocol.Hpke;
using Simulator.Protocol.Ohttp;

namespace Simulator.Protocol.Tests.Ohttp;

public sealed class OhttpPropertyTests
{
    [Fact]
    public void Any_key_configuration_decodes_to_what_was_encoded() => Prop.ForAll<byte, byte[]>((keyId, material) =>
    {
        OhttpKeyConfig config = new(keyId, HpkeKeyPair.Derive(material).PublicKey);
        return OhttpKeyConfig.TryDecode(config.Encode(), out OhttpKeyConfig? decoded, out _) && decoded == config;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_body_comes_through_both_ways() => Prop.ForAll<byte[], byte[], byte[]>((material, body, answer) =>
    {
        HpkeKeyPair ephemeral = HpkeKeyPair.Derive(material);
        bool sent = OhttpRequest.TryEncapsulate(
            OhttpSample.Config, ephemeral, body, out byte[]? message, out OhttpExchange? client, out _);
        bool received = OhttpRequest.TryDecapsulate(
            1, OhttpSample.Recipient, message, out byte[]? read, out OhttpExchange? gateway, out _);
        byte[] response = gateway!.SealResponse(OhttpSample.ResponseNonce, answer);
        bool opened = client!.TryOpenResponse(response, out byte[]? readAnswer, out _);
        return sent && received && opened && read!.SequenceEqual(body) && readAnswer!.SequenceEqual(answer);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_number_below_two_to_the_62_decodes_to_what_was_encoded() => Prop.ForAll<ulong>(number =>
    {
        ulong value = number & QuicVarint.ValueMax;
        byte[] encoded = QuicVarint.Encode(value);
        return QuicVarint.Decode(encoded, out ulong decoded) == encoded.Length && decoded == value;
    }).QuickCheckThrowOnFailure();
}
