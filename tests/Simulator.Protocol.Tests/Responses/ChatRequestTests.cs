using System.Text;
using Simulator.Protocol.Responses;

namespace Simulator.Protocol.Tests.Responses;

/// <summary>Rules: protocol-facts "request canonicalisation". Expected texts were written by hand from the rules.</summary>
public sealed class ChatRequestTests
{
    [Theory]
    [InlineData("""{"model":"m","messages":[{"role":"user","content":"x"}],"temperature":1}""", "\"temperature\": 1.0}")]
    [InlineData("""{"model":"m","messages":[{"role":"user","content":"x"}],"temperature":null}""", "\"temperature\": 0.0}")]
    [InlineData("""{"model":"m","messages":[{"role":"user","content":"x"}]}""", "\"temperature\": 0.0}")]
    [InlineData("""{"model":"m","messages":[{"role":"user","content":"x"}],"temperature":1e-5}""", "\"temperature\": 1e-05}")]
    public void Temperature_is_always_a_real_number(string wire, string ending)
    {
        Assert.EndsWith(ending, Canonical(wire), StringComparison.Ordinal);
    }

    [Fact]
    public void Members_the_hash_does_not_cover_change_nothing()
    {
        const string Covered = """{"model":"m","messages":[{"role":"user","content":"x"}]}""";
        const string WithOthers =
            """{"model":"m","messages":[{"role":"user","content":"x"}],"stream":true,"top_p":0.5,"n":2,"tool_choice":"auto","user":"u","seed":1,"max_tokens":null,"stop":[],"tools":[],"response_format":{},"web_search":false}""";

        Assert.Equal(Canonical(Covered), Canonical(WithOthers));
    }

    [Fact]
    public void Covered_members_stand_in_order_and_verbatim()
    {
        Assert.Equal(
            """{"max_tokens": 64.0, "messages": [{"content": "x", "role": "user"}], "model": "m", "response_format": {"a": 1, "b": 2}, "stop": "END", "temperature": 0.0, "tools": [{"function": {"name": "f"}, "type": "function"}], "web_search": true}""",
            Canonical("""{"web_search":1,"tools":[{"type":"function","function":{"name":"f"}}],"stop":"END","response_format":{"b":2,"a":1},"max_tokens":64.0,"model":"m","messages":[{"role":"user","content":"x"}]}"""));
    }

    [Fact]
    public void Every_role_has_its_own_shape()
    {
        Assert.Equal(
            """{"messages": [{"content": "s", "role": "system"}, {"content": "d", "role": "system"}, {"content": "", "role": "assistant", "tool_calls": [{"function": {"arguments": "{}", "name": "f"}, "id": "1", "type": "function"}]}, {"content": "r", "role": "tool", "tool_call_id": "1"}, {"content": "q", "name": "g", "role": "function"}], "model": "m", "temperature": 0.0}""",
            Canonical("""{"model":"m","messages":[{"role":"system","content":"s"},{"role":"developer","content":"d"},{"role":"assistant","content":null,"tool_calls":[{"id":"1","function":{"name":"f","arguments":"{}"}}]},{"role":"tool","content":"r","tool_call_id":"1"},{"role":"function","content":"q","name":"g"}]}"""));
    }

    [Fact]
    public void Content_in_parts_keeps_text_and_drops_the_bytes_of_attachments()
    {
        const string Wire = """{"model":"m","messages":[{"role":"user","content":[{"type":"text","text":"look"},{"type":"image_url","image_url":{"url":"data:…"}},{"type":"file","file":{"filename":"a.pdf","file_data":"…"}},{"type":"text"},"loose"]}]}""";

        Assert.Equal(
            """{"messages": [{"content": [{"text": "look", "type": "text"}, {"type": "image_url"}, {"filename": "a.pdf", "type": "file"}, {"text": "", "type": "text"}, {"text": "loose", "type": "text"}], "role": "user"}], "model": "m", "temperature": 0.0}""",
            Canonical(Wire));
    }

    [Fact]
    public void The_earlier_gateway_hashes_content_in_parts_as_the_text_of_a_list()
    {
        const string Wire = """{"model":"m","messages":[{"role":"user","content":[{"type":"text","text":"it's"}]}]}""";

        Assert.Equal(
            """{"messages": [{"content": "[{'type': 'text', 'text': \"it's\"}]", "role": "user"}], "model": "m", "temperature": 0.0}""",
            Canonical(Wire, CanonicalRule.Earlier));
    }

    [Theory]
    [InlineData("", RequestRefusal.NotJson)]
    [InlineData("[]", RequestRefusal.NotAnObject)]
    [InlineData("{}", RequestRefusal.ModelMissing)]
    [InlineData("""{"model":""}""", RequestRefusal.ModelMissing)]
    [InlineData("""{"model":"m"}""", RequestRefusal.MessagesMissing)]
    [InlineData("""{"model":"m","messages":[]}""", RequestRefusal.MessagesMissing)]
    [InlineData("""{"model":"m","messages":["x"]}""", RequestRefusal.MessageMalformed)]
    [InlineData("""{"model":"m","messages":[{"role":"oracle","content":"x"}]}""", RequestRefusal.UnknownRole)]
    [InlineData("""{"model":"m","messages":[{"role":"assistant","tool_calls":[1]}]}""", RequestRefusal.ToolCallMalformed)]
    [InlineData("""{"model":"m","messages":[{"role":"user","content":"x"}],"temperature":"hot"}""", RequestRefusal.TemperatureNotANumber)]
    [InlineData("""{"model":"m","messages":[{"role":"user","content":"x"}],"tools":{"a":1}}""", RequestRefusal.ToolsNotAList)]
    [InlineData("""{"model":"m","messages":[{"role":"user","content":"\ud800"}]}""", RequestRefusal.NotJson)]
    [InlineData("""{"model":"m","messages":[{"role":"user","content":"x"}],"max_tokens":1e999}""", RequestRefusal.NotJson)]
    public void What_cannot_be_served_is_refused_by_name(string wire, RequestRefusal expected)
    {
        Assert.False(ChatRequestJson.TryRead(Encoding.UTF8.GetBytes(wire), out ChatRequest? request, out RequestRefusal refusal));
        Assert.Null(request);
        Assert.Equal(expected, refusal);
    }

    [Fact]
    public void A_request_beyond_the_size_limit_is_refused()
    {
        Assert.False(ChatRequestJson.TryRead(new byte[ChatRequestJson.MaximumLength + 1], out ChatRequest? _, out RequestRefusal refusal));
        Assert.Equal(RequestRefusal.TooLarge, refusal);
    }

    [Fact]
    public void Writing_a_request_and_reading_it_back_keeps_its_hash()
    {
        const string Wire = """{"model":"m","messages":[{"role":"user","content":[{"type":"text","text":"é"}]},{"role":"assistant","content":"","tool_calls":[{"id":"1","function":{"name":"f","arguments":"{}"}}]},{"role":"tool","content":"r","tool_call_id":"1"}],"temperature":0.7,"max_tokens":5,"stop":["a","b"],"tools":[{"type":"function"}],"tool_choice":"auto","stream":true,"web_search":true}""";
        Assert.True(ChatRequestJson.TryRead(Encoding.UTF8.GetBytes(Wire), out ChatRequest? request, out _));

        byte[] written = RequestWriter.Write(request);

        Assert.True(ChatRequestJson.TryRead(written, out ChatRequest? again, out _));
        Assert.Equal(request.RequestHash(), again.RequestHash());
        Assert.Equal(written, RequestWriter.Write(again));
        Assert.True(again.Stream);
        Assert.Equal("\"auto\"", again.ToolChoice.Text);
    }

    [Fact]
    public void A_completion_request_covers_model_prompt_temperature_and_limits()
    {
        byte[] wire = Encoding.UTF8.GetBytes("""{"prompt":"Once","model":"m","max_tokens":9,"stop":"."}""");

        Assert.True(ChatRequestJson.TryRead(wire, out CompletionRequest? request, out _));
        Assert.Equal(
            """{"max_tokens": 9, "model": "m", "prompt": "Once", "stop": ".", "temperature": 0.0}""",
            Encoding.ASCII.GetString(request.CanonicalBytes()));
        Assert.True(ChatRequestJson.TryRead(RequestWriter.Write(request), out CompletionRequest? again, out _));
        Assert.Equal(request, again);
    }

    private static string Canonical(string wire, CanonicalRule rule = CanonicalRule.Current)
    {
        Assert.True(ChatRequestJson.TryRead(Encoding.UTF8.GetBytes(wire), out ChatRequest? request, out RequestRefusal refusal), refusal.ToString());
        return Encoding.ASCII.GetString(request.CanonicalBytes(rule));
    }
}
