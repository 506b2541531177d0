using System.Text.Json;

using Simulator.Protocol.Hpke;
using Simulator.Protocol.Tests.NodePeers;
using Simulator.Protocol.Tests.Vectors;

namespace Simulator.Protocol.Tests.Hpke;

/// <summary>
/// Both directions against @hpke/core 1.9.0 with @hpke/dhkem-x25519 and @hpke/chacha20poly1305 1.8.0.
/// </summary>
public sealed class HpkePeerTests
{
    private const int CaseCount = 40;

    [NodeFact]
    public void The_peer_opens_what_is_sealed_here_and_seals_the_same_bytes()
    {
        Case[] cases = [.. Enumerable.Range(0, CaseCount).Select(n => new Case(n))];
        var input = new
        {
            open = cases.Select(c => c.ForOpening()).ToArray(),
            seal = cases.Select(c => c.ForSealing()).ToArray(),
        };

        JsonElement answer = NodePackage.Peers.Run("hpke.cjs", input);

        for (int i = 0; i < CaseCount; i++)
        {
            cases[i].CheckOpened(answer.GetProperty("opened")[i]);
            cases[i].CheckSealed(answer.GetProperty("sealed")[i]);
        }
    }

    /// <summary>Keys, texts and lengths that differ from case to case, the same in every run.</summary>
    private sealed class Case
    {
        private readonly byte[] info;
        private readonly byte[] ephemeralKeyMaterial;
        private readonly HpkeKeyPair recipient;
        private readonly HpkeContext sender;
        private readonly (byte[] Aad, byte[] Plaintext, byte[] Ciphertext)[] messages;

        public Case(int number)
        {
            info = SampleBytes.Of(number, "info", number);
            ephemeralKeyMaterial = SampleBytes.Of(number, "ephemeral", 32);
            recipient = HpkeKeyPair.Derive(SampleBytes.Of(number, "recipient", 32));
            HpkeKeyPair ephemeral = HpkeKeyPair.Derive(ephemeralKeyMaterial);
            Assert.True(HpkeContext.TrySetupSender(recipient.PublicKey, info, ephemeral, out HpkeContext? context));
            sender = context;
            messages = [.. Enumerable.Range(0, 3).Select(m => Message(number, m))];
        }

        public object ForOpening() => new
        {
            recipientPrivateKey = Text(recipient.PrivateKey),
            enc = Text(sender.EncapsulatedKey),
            info = Text(info),
            exporterContext = Text(info),
            messages = messages.Select(m => new { aad = Text(m.Aad), ciphertext = Text(m.Ciphertext) }),
        };

        public object ForSealing() => new
        {
            recipientPublicKey = Text(recipient.PublicKey),
            ephemeralKeyMaterial = Text(ephemeralKeyMaterial),
            info = Text(info),
            exporterContext = Text(info),
            messages = messages.Select(m => new { aad = Text(m.Aad), plaintext = Text(m.Plaintext) }),
        };

        public void CheckOpened(JsonElement answer)
        {
            Assert.Equal(messages.Select(m => Text(m.Plaintext)), Texts(answer.GetProperty("plaintexts")));
            Assert.Equal(Text(sender.Export(info, 32)), answer.Text("exported"));
        }

        public void CheckSealed(JsonElement answer)
        {
            Assert.Equal(Text(sender.EncapsulatedKey), answer.Text("enc"));
            Assert.Equal(messages.Select(m => Text(m.Ciphertext)), Texts(answer.GetProperty("ciphertexts")));
            Assert.Equal(Text(sender.Export(info, 32)), answer.Text("exported"));
        }

        private (byte[] Aad, byte[] Plaintext, byte[] Ciphertext) Message(int number, int index)
        {
            byte[] aad = SampleBytes.Of(number, $"aad{index}", number % 5);
            byte[] plaintext = SampleBytes.Of(number, $"plaintext{index}", number * 37);
            return (aad, plaintext, sender.Seal(aad, plaintext));
        }

        private static string Text(byte[] bytes) => Convert.ToHexStringLower(bytes);

        private static IEnumerable<string> Texts(JsonElement array) => array.EnumerateArray().Select(
            e => e.GetString()!);
    }
}
