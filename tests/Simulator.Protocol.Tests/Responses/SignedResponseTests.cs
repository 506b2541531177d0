using System.Text;
using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Pricing;
using Simulator.Protocol.Responses;
using Simulator.Protocol.Tests.Enclaves;

namespace Simulator.Protocol.Tests.Responses;

/// <summary>Order of the client's checks: protocol-facts "OHTTP", SDK response handling.</summary>
public sealed class SignedResponseTests
{
    private const string Output = "Hello, world!";
    private const long Timestamp = 1_770_000_000;

    private static readonly EnclaveSigningKey Key = TestKeys.Pool[0];
    private static readonly byte[] Request = new ChatRequest("gpt-5", [ChatMessage.User("Hi")]).CanonicalBytes();
    private static readonly SignedResponse Proof = SignedResponse.Sign(Key, Request, Output, Timestamp);

    [Fact]
    public void An_honest_answer_is_accepted()
    {
        Assert.Equal(ResponseVerdict.Accepted, Proof.Verify(Key.Spki.Span, Key.TeeId, Request, Output));
        Assert.Equal(ResponseVerdict.Accepted, Proof.Verify(Key.Spki.Span, null, Request, Output));
        Assert.Equal(344, Proof.SignatureText.Length);
    }

    [Fact]
    public void Each_broken_link_has_its_name_and_the_earlier_one_wins()
    {
        SignedResponse unsigned = Proof with { Signature = new byte[256] };
        Hash32 stranger = TestKeys.Pool[1].TeeId;

        Assert.Equal(ResponseVerdict.SignatureInvalid, unsigned.Verify(Key.Spki.Span, Key.TeeId, Request, Output));
        Assert.Equal(ResponseVerdict.OutputHashMismatch, unsigned.Verify(Key.Spki.Span, Key.TeeId, Request, "other"));
        Assert.Equal(ResponseVerdict.RequestHashMismatch, unsigned.Verify(Key.Spki.Span, Key.TeeId, [], "other"));
        Assert.Equal(ResponseVerdict.TeeIdUnexpected, unsigned.Verify(Key.Spki.Span, stranger, [], "other"));
        Assert.Equal(ResponseVerdict.TeeIdNotOfSigningKey, unsigned.Verify(TestKeys.Pool[1].Spki.Span, stranger, [], "other"));
    }

    [Fact]
    public void A_later_timestamp_breaks_the_signature()
    {
        Assert.Equal(ResponseVerdict.SignatureInvalid, (Proof with { Timestamp = Timestamp + 1 }).Verify(Key.Spki.Span, null, Request, Output));
    }

    [Fact]
    public void A_chat_answer_survives_its_wire_form()
    {
        ChatResponse answer = new("chatcmpl-1", "gpt-5", Output, Proof) { Usage = new TokenUsage(10, 4) };

        Assert.True(ResponseReader.TryRead(answer.ToJson(), out ChatResponse? read, out ResponseRefusal refusal), refusal.ToString());

        Assert.Equal(answer.ToJson(), read.ToJson());
        Assert.Equal(Output, read.Output);
        Assert.Equal(new TokenUsage(10, 4), read.Usage);
        Assert.Equal(ResponseVerdict.Accepted, read.Proof.Verify(Key.Spki.Span, Key.TeeId, Request, read.Output));
    }

    [Fact]
    public void Tool_calls_are_what_is_signed_when_the_answer_ends_in_them()
    {
        ToolCall call = new("call_1", "get_weather", """{"city": "Paris"}""");
        SignedResponse proof = SignedResponse.Sign(Key, Request, OutputString.OfToolCalls([call]), Timestamp);
        ChatResponse answer = new("chatcmpl-1", "gpt-5", string.Empty, proof) { ToolCalls = [call] };

        Assert.True(ResponseReader.TryRead(answer.ToJson(), out ChatResponse? read, out _));

        Assert.Equal("tool_calls", read.FinishReason);
        Assert.Equal(ResponseVerdict.Accepted, read.Proof.Verify(Key.Spki.Span, Key.TeeId, Request, read.Output));
    }

    [Fact]
    public void A_completion_survives_its_wire_form()
    {
        CompletionResponse answer = new("cmpl-1", "gpt-5", Output, Proof) { Usage = new TokenUsage(1, 2) };

        Assert.True(ResponseReader.TryRead(answer.ToJson(), out CompletionResponse? read, out _));

        Assert.Equal(answer.ToJson(), read.ToJson());
    }

    [Theory]
    [InlineData("""{"choices":[]}""", ResponseRefusal.ChoiceMalformed)]
    [InlineData("""{"choices":[{"message":{"content":"x"},"finish_reason":"length"}]}""", ResponseRefusal.ChoiceMalformed)]
    [InlineData("""{"choices":[{"message":{"content":"x"},"finish_reason":"stop"}]}""", ResponseRefusal.ProofMalformed)]
    [InlineData("""{"choices":[{"message":{"content":"x"},"finish_reason":"stop"}],"tee_signature":"A===","tee_request_hash":"","tee_output_hash":"","tee_id":"","tee_timestamp":-1}""", ResponseRefusal.ProofMalformed)]
    [InlineData("[1]", ResponseRefusal.NotAnObject)]
    [InlineData("{\"a\":", ResponseRefusal.NotJson)]
    public void What_is_no_answer_is_refused_by_name(string body, ResponseRefusal expected)
    {
        Assert.False(ResponseReader.TryRead(Encoding.UTF8.GetBytes(body), out ChatResponse? _, out ResponseRefusal refusal));
        Assert.Equal(expected, refusal);
    }

    [Fact]
    public void A_heartbeat_survives_its_wire_form_and_is_bound_to_its_key()
    {
        Heartbeat beat = Heartbeat.Sign(Key, 1_769_999_700, Address.Parse("0x703cB174AEadB35D611858369B4b1111dC9Abda6"));

        Assert.True(Heartbeat.TryRead(beat.ToJson(), out Heartbeat? read));

        Assert.Equal(beat.ToJson(), read.ToJson());
        Assert.True(read.IsSignedBy(Key.Spki.Span));
        Assert.False(read.IsSignedBy(TestKeys.Pool[1].Spki.Span));
        Assert.False((read with { Timestamp = read.Timestamp + 1 }).IsSignedBy(Key.Spki.Span));
    }
}
