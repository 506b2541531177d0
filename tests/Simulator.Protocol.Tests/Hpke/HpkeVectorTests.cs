using System.Text.Json;

using Simulator.Protocol.Hpke;
using Simulator.Protocol.Tests.Vectors;

namespace Simulator.Protocol.Tests.Hpke;

/// <summary>RFC 9180 Appendix A.2.1: base mode of the suite in use.</summary>
public sealed class HpkeVectorTests
{
    private static readonly JsonElement Published = Vector.Read("rfc9180-a2-base.json");

    [Fact]
    public void Key_pairs_derive_as_published()
    {
        HpkeKeyPair ephemeral = HpkeKeyPair.Derive(Bytes("ikmE"));
        HpkeKeyPair recipient = HpkeKeyPair.Derive(Bytes("ikmR"));

        Assert.Equal(Bytes("skEm"), ephemeral.PrivateKey);
        Assert.Equal(Bytes("pkEm"), ephemeral.PublicKey);
        Assert.Equal(Bytes("skRm"), recipient.PrivateKey);
        Assert.Equal(Bytes("pkRm"), recipient.PublicKey);
    }

    [Fact]
    public void Both_ends_agree_on_the_published_secret_and_schedule()
    {
        (HpkeContext sender, HpkeContext recipient) = Contexts();

        Assert.Equal(Bytes("enc"), sender.EncapsulatedKey);
        Assert.True(DhKem.TryDecapsulate(Bytes("enc"), HpkeKeyPair.Derive(Bytes("ikmR")), out byte[] shared));
        Assert.Equal(Bytes("shared_secret"), shared);
        foreach ((byte[] key, byte[] baseNonce, byte[] exporterSecret) in new[] { sender.Schedule, recipient.Schedule })
        {
            Assert.Equal(Bytes("key"), key);
            Assert.Equal(Bytes("base_nonce"), baseNonce);
            Assert.Equal(Bytes("exporter_secret"), exporterSecret);
        }
    }

    [Fact]
    public void Messages_seal_and_open_as_published_up_to_sequence_number_256()
    {
        (HpkeContext sender, HpkeContext recipient) = Contexts();
        Dictionary<int, JsonElement> published =
            Published.GetProperty("encryptions").EnumerateArray().ToDictionary(
                e => e.GetProperty("sequence").GetInt32());

        for (int sequence = 0; sequence <= 256; sequence++)
        {
            byte[] plaintext = Convert.FromHexString(Published.Text("pt"));
            byte[] aad = System.Text.Encoding.ASCII.GetBytes($"Count-{sequence}");
            byte[] ciphertext = sender.Seal(aad, plaintext);
            if (published.Remove(sequence, out JsonElement expected))
            {
                Assert.Equal(Convert.FromHexString(expected.Text("aad")), aad);
                Assert.Equal(Convert.FromHexString(expected.Text("ct")), ciphertext);
            }

            Assert.True(recipient.TryOpen(aad, ciphertext, out byte[]? opened));
            Assert.Equal(plaintext, opened);
        }

        Assert.Empty(published);
    }

    [Fact]
    public void Exports_are_as_published_at_both_ends()
    {
        (HpkeContext sender, HpkeContext recipient) = Contexts();

        foreach (JsonElement export in Published.GetProperty("exports").EnumerateArray())
        {
            byte[] context = Convert.FromHexString(export.Text("exporter_context"));
            byte[] expected = Convert.FromHexString(export.Text("exported_value"));
            Assert.Equal(expected, sender.Export(context, 32));
            Assert.Equal(expected, recipient.Export(context, 32));
        }
    }

    [Fact]
    public void A_message_out_of_order_is_refused_and_the_next_in_order_still_opens()
    {
        (HpkeContext sender, HpkeContext recipient) = Contexts();
        byte[] first = sender.Seal([], [1]);
        byte[] second = sender.Seal([], [2]);

        Assert.False(recipient.TryOpen([], second, out _));
        Assert.True(recipient.TryOpen([], first, out _));
        Assert.False(recipient.TryOpen([], first, out _));
        Assert.True(recipient.TryOpen([], second, out _));
    }

    /// <summary>RFC 7748 §6.1 and RFC 9180 §7.1.4: the all-zero agreement must be refused.</summary>
    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("0100000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800")]
    [InlineData("5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157")]
    [InlineData("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")]
    public void A_public_key_of_small_order_is_refused(string publicKey)
    {
        HpkeKeyPair pair = HpkeKeyPair.Derive([1]);

        Assert.False(HpkeContext.TrySetupSender(Convert.FromHexString(publicKey), [], pair, out _));
        Assert.False(HpkeContext.TrySetupRecipient(Convert.FromHexString(publicKey), [], pair, out _));
    }

    private static (HpkeContext Sender, HpkeContext Recipient) Contexts()
    {
        HpkeKeyPair ephemeral = HpkeKeyPair.FromPrivateKey(Bytes("skEm"));
        HpkeKeyPair recipient = HpkeKeyPair.FromPrivateKey(Bytes("skRm"));
        Assert.True(HpkeContext.TrySetupSender(Bytes("pkRm"), Bytes("info"), ephemeral, out HpkeContext? sender));
        Assert.True(HpkeContext.TrySetupRecipient(Bytes("enc"), Bytes("info"), recipient, out HpkeContext? receiver));
        return (sender, receiver);
    }

    private static byte[] Bytes(string member) => Convert.FromHexString(Published.Text(member));
}
