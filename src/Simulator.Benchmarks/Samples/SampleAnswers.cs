using System.Text;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Pricing;
using Simulator.Protocol.Responses;
using Simulator.Protocol.Tensors;

namespace Simulator.Benchmarks.Samples;

/// <summary>Requests to an enclave and its signed answers in every form.</summary>
internal static class SampleAnswers
{
    public static readonly byte[] ChatRequest = Encoding.UTF8.GetBytes(
        """{"model":"gpt-5","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":[{"type":"text","text":"Wie hoch ist die Volatilität? \u00e9 😀"},{"type":"file","file":{"filename":"a"}}]},{"role":"assistant","content":null,"tool_calls":[{"id":"1","type":"function","function":{"name":"f","arguments":"{\"a\": 1}"}}]},{"role":"tool","tool_call_id":"1","content":"0.2137"}],"temperature":0.5,"max_tokens":1e2,"stop":["x"],"tools":[{"type":"function","function":{"name":"f","parameters":{"b":[1,2.50,-3e-7],"a":true}}}],"web_search":true}""");

    public static readonly byte[] CompletionRequest =
        """{"model":"gpt-5","prompt":["Say","it"],"temperature":1,"max_tokens":16,"stop":"\n"}"""u8.ToArray();

    public static readonly SignedResponse Proof = SignedResponse.Sign(
        SampleEnclave.Key, CompletionRequest, "Hello, world!", SampleEnclave.Now);

    public static readonly byte[] ChatAnswer = new ChatResponse("chatcmpl-1", "gpt-5", "Hello, world!", Proof)
    {
        Usage = new TokenUsage(10, 4),
    }.ToJson();

    public static readonly byte[] ToolAnswer = new ChatResponse("chatcmpl-2", "gpt-5", "", Proof)
    {
        ToolCalls = [new ToolCall("call_1", "volatility", "{\"window\": 32}")],
    }.ToJson();

    public static readonly byte[] CompletionAnswer =
        new CompletionResponse("cmpl-1", "gpt-5", "Hello, world!", Proof) { Usage = new TokenUsage(10, 4) }.ToJson();

    public static readonly byte[] Stream = Encoding.UTF8.GetBytes(
        EventStream.TextDelta("gpt-5", "Hello, ") + EventStream.TextDelta("gpt-5", "world!")
        + EventStream.Final("gpt-5", "stop", Proof, new TokenUsage(10, 4)) + EventStream.Done);

    public static readonly byte[] ToolStream = Encoding.UTF8.GetBytes(
        EventStream.ToolCallDelta("gpt-5", 0, new ToolCall("a", "b", "c"))
        + EventStream.Final("gpt-5", "tool_calls", Proof, null) + EventStream.Done);

    public static readonly byte[] Heartbeat = Protocol.Responses.Heartbeat.Sign(
        SampleEnclave.Key, SampleEnclave.Now, Deployments.GatewayPayee).ToJson();

    public static readonly byte[] ModelRequest = new MlInferenceRequest("volatility@1.2", Tensors).CanonicalBytes();

    public static readonly byte[] ModelAnswer = new MlInferenceResponse(Tensors, Keccak256.HashText("model"), Proof).ToJson();

    private static TensorSet Tensors => new(
        [new FixedPointTensor("returns", [.. Enumerable.Range(0, 32).Select(i => new FixedPoint((i * 731) - 9999, 6))], [1, 32])],
        [new StringTensor("labels", ["BTC", "ETH"], [2])]);
}
