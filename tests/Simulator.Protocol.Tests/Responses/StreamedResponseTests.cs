using System.Text;
using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Pricing;
using Simulator.Protocol.Responses;
using Simulator.Protocol.Tests.Enclaves;

namespace Simulator.Protocol.Tests.Responses;

public sealed class StreamedResponseTests
{
    private static readonly EnclaveSigningKey Key = TestKeys.Pool[0];
    private static readonly byte[] Request = new ChatRequest("gpt-5", [ChatMessage.User("Hi")]) { Stream = true }.CanonicalBytes();

    [Fact]
    public void Text_deltas_are_joined_and_the_whole_is_what_was_signed()
    {
        string events = EventStream.TextDelta("gpt-5", "Hello, ") + EventStream.TextDelta("gpt-5", "wörld!\n\n😀") + Final("Hello, wörld!\n\n😀", "stop");

        StreamedResponse response = Read(events + EventStream.Done);

        Assert.Equal("Hello, wörld!\n\n😀", response.Output);
        Assert.Equal(new TokenUsage(3, 4), response.Usage);
        Assert.Equal(ResponseVerdict.Accepted, response.Proof.Verify(Key.Spki.Span, Key.TeeId, Request, response.Output));
    }

    [Fact]
    public void Fragments_of_a_tool_call_are_joined_by_index()
    {
        string output = OutputString.OfToolCalls([new ToolCall("a", "f", "{\"x\": 1}"), new ToolCall("b", "g", "{}")]);
        string events = EventStream.ToolCallDelta("gpt-5", 1, new ToolCall("b", "g", "{}"))
            + EventStream.ToolCallDelta("gpt-5", 0, new ToolCall("a", "f", "{\"x\""))
            + EventStream.ToolCallDelta("gpt-5", 0, new ToolCall(string.Empty, string.Empty, ": 1}"))
            + Final(output, "tool_calls");

        StreamedResponse response = Read(events + EventStream.Done);

        Assert.Equal(output, response.Output);
        Assert.Equal(ResponseVerdict.Accepted, response.Proof.Verify(Key.Spki.Span, Key.TeeId, Request, response.Output));
    }

    [Fact]
    public void An_event_has_the_documented_form()
    {
        Assert.Equal(
            "data: {\"choices\":[{\"delta\":{\"content\":\"Hi\",\"role\":\"assistant\"},\"index\":0,\"finish_reason\":null}],\"model\":\"gpt-5\"}\n\n",
            EventStream.TextDelta("gpt-5", "Hi"));
    }

    [Theory]
    [InlineData("", ResponseRefusal.StreamTruncated)]
    [InlineData(EventStream.Done, ResponseRefusal.NotJson)]
    [InlineData(EventStream.Failure, ResponseRefusal.StreamFailed)]
    [InlineData("event: x\n\n", ResponseRefusal.EventMalformed)]
    [InlineData("data: {\"choices\":[]}\n\n", ResponseRefusal.ChoiceMalformed)]
    [InlineData("data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n", ResponseRefusal.ProofMalformed)]
    public void A_stream_that_is_none_is_refused_by_name(string events, ResponseRefusal expected)
    {
        Assert.False(StreamedResponse.TryRead(Encoding.UTF8.GetBytes(events), out StreamedResponse? _, out ResponseRefusal refusal));
        Assert.Equal(expected, refusal);
    }

    [Fact]
    public void A_stream_cut_off_anywhere_is_refused()
    {
        byte[] whole = Encoding.UTF8.GetBytes(EventStream.TextDelta("gpt-5", "Hi") + Final("Hi", "stop") + EventStream.Done);
        Assert.True(StreamedResponse.TryRead(whole, out StreamedResponse? _, out _));

        // The two line feeds that close the last event carry nothing.
        for (int length = 0; length < whole.Length - 2; length++)
        {
            Assert.False(StreamedResponse.TryRead(whole.AsMemory(0, length), out StreamedResponse? _, out ResponseRefusal refusal));
            Assert.NotEqual(ResponseRefusal.None, refusal);
        }
    }

    private static string Final(string output, string finishReason) =>
        EventStream.Final("gpt-5", finishReason, SignedResponse.Sign(Key, Request, output, 1_770_000_000), new TokenUsage(3, 4));

    private static StreamedResponse Read(string events)
    {
        Assert.True(StreamedResponse.TryRead(Encoding.UTF8.GetBytes(events), out StreamedResponse? response, out ResponseRefusal refusal), refusal.ToString());
        return response;
    }
}
