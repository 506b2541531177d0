using System.Security.Cryptography;
using System.Text;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Ohttp;
using Simulator.Protocol.Responses;

namespace Simulator.Protocol.Tests.Responses;

/// <summary>Vectors: protocol-facts B.3, computed with Python's json module and a Keccak library.</summary>
public sealed class GatewayVectorTests
{
    private static readonly ChatRequest Request =
        new("gpt-5", [ChatMessage.System("Be terse."), ChatMessage.User("Café 😀 \"q\"/\n")]) { MaxTokens = CanonicalJson.Of(64) };

    private static readonly Hash32 Ones = new(Enumerable.Repeat((byte)0x11, 32).ToArray());

    [Theory]
    [InlineData(CanonicalRule.Current)]
    [InlineData(CanonicalRule.Earlier)]
    public void A_chat_request_has_the_canonical_bytes_of_the_gateway(CanonicalRule rule)
    {
        Assert.Equal(
            """{"max_tokens": 64, "messages": [{"content": "Be terse.", "role": "system"}, {"content": "Caf\u00e9 \ud83d\ude00 \"q\"/\n", "role": "user"}], "model": "gpt-5", "temperature": 0.0}""",
            Encoding.ASCII.GetString(Request.CanonicalBytes(rule)));
        Assert.Equal("0xceea7a7f0a631f54846aae80440ccd9ac4576b2750e81e029673faa5bf316dde", Request.RequestHash(rule).ToString());
    }

    [Fact]
    public void An_answer_has_the_message_hash_of_the_chain()
    {
        Hash32 output = OutputString.Hash("Hello, world!");
        Hash32 message = TeeMessage.OfAnswer(Request.RequestHash(), output, 1_770_000_000);

        Assert.Equal("0xb6e16d27ac5ab427a7f68900ac5559ce272dc6c37c82b3e052246c82244c50e4", output.ToString());
        Assert.Equal("0x5a240b9d7e7fde4fc104d47036df2f582fbad98575ce2478033d36e7da74e4ad", message.ToString());
        Assert.Equal(
            "bd8114f5a3958961f38ad9bbf29bb64c1a683914c3e03ef043b135263e01bba7",
            Convert.ToHexStringLower(SHA256.HashData(message.ToArray())));
    }

    [Fact]
    public void Tool_calls_have_the_canonical_output_string()
    {
        string output = OutputString.OfToolCalls([new ToolCall("call_1", "get_weather", """{"city": "Paris"}""")]);

        Assert.Equal("""[{"function": {"arguments": "{\"city\": \"Paris\"}", "name": "get_weather"}, "id": "call_1", "type": "function"}]""", output);
        Assert.Equal("0x1f0f20185d50442efcef1911793ef7e5e09834db7c50217a15c779df0db9b122", OutputString.Hash(output).ToString());
    }

    [Fact]
    public void An_empty_output_hashes_the_empty_string()
    {
        Assert.Equal("0xc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470", OutputString.Hash(string.Empty).ToString());
    }

    [Fact]
    public void A_heartbeat_has_the_message_hash_of_the_registry()
    {
        Assert.Equal(
            "0x5a51bb3f2d49d3ce3e8f510b199a49ba376535bd9ff97297e58fce6d49bf3e8e",
            TeeMessage.OfHeartbeat(Ones, 1_769_999_700).ToString());
    }

    [Fact]
    public void An_OHTTP_key_configuration_has_the_hash_the_registry_checks()
    {
        OhttpKeyConfig configuration = new(1, [.. Enumerable.Repeat((byte)0x07, 32)]);

        Assert.Equal("010020" + string.Concat(Enumerable.Repeat("07", 32)) + "000400010003", Convert.ToHexStringLower(configuration.Encode()));
        Assert.Equal("0x8718efc1bd3d1f6769412268081899e951a33eb86801bd0b1ba08a5c37b32b24", OhttpKeyTerms.Of(configuration).SigningHash(Ones).ToString());
        Assert.Equal(
            "0xff122683e0feb4f7d9e972e601b45f228210d60754c0f594e28eff64ca7bde9b",
            Keccak256.Hash("OPENGRADIENT_TEE_OHTTP_CONFIG_V1"u8).ToString());
    }
}
