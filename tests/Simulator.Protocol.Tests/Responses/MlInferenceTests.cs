using System.Text;
using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Responses;
using Simulator.Protocol.Tensors;
using Simulator.Protocol.Tests.Enclaves;

namespace Simulator.Protocol.Tests.Responses;

public sealed class MlInferenceTests
{
    private static readonly TensorSet Inputs = new(
        [new FixedPointTensor("price", [new FixedPoint(-125, 3), new FixedPoint(7, 0)], [2, 1])],
        [new StringTensor("symbol", ["ETH"], [1])]);

    private static readonly MlInferenceRequest Request = new("volatility@1.2", Inputs);

    [Fact]
    public void A_request_has_one_canonical_form_which_is_also_its_wire_form()
    {
        Assert.Equal(
            """{"model": "volatility@1.2", "model_inputs": {"numbers": [{"name": "price", "shape": [2, 1], "values": [{"decimals": 3, "value": -125}, {"decimals": 0, "value": 7}]}], "strings": [{"name": "symbol", "shape": [1], "values": ["ETH"]}]}}""",
            Encoding.ASCII.GetString(Request.CanonicalBytes()));
        Assert.True(MlInferenceRequest.TryRead(Request.CanonicalBytes(), out MlInferenceRequest? read, out _));
        Assert.Equal(Request.RequestHash(), read.RequestHash());
    }

    [Fact]
    public void Inputs_may_come_as_a_JSON_text_as_the_inference_node_takes_them()
    {
        byte[] wire = Encoding.UTF8.GetBytes("""{"model":"m","model_inputs":"{\"numbers\":[{\"name\":\"x\",\"values\":[{\"value\":1,\"decimals\":18}],\"shape\":[]}]}"}""");

        Assert.True(MlInferenceRequest.TryRead(wire, out MlInferenceRequest? read, out _));
        Assert.Equal(new FixedPoint(1, 18), read.Inputs.Numbers[0].Values[0]);
    }

    [Theory]
    [InlineData("""{"value":1,"decimals":19}""", "[1]")]
    [InlineData("""{"value":1.5,"decimals":1}""", "[1]")]
    [InlineData("""{"value":170141183460469231731687303715884105728,"decimals":1}""", "[1]")]
    [InlineData("""{"value":1,"decimals":1}""", "[2]")]
    [InlineData("""{"value":1,"decimals":1}""", "[-1]")]
    [InlineData("""{"value":1,"decimals":1}""", "[9223372036854775807,9223372036854775807]")]
    public void Numbers_out_of_range_and_shapes_that_do_not_fit_are_refused(string value, string shape)
    {
        byte[] wire = Encoding.UTF8.GetBytes($$$"""{"model":"m","model_inputs":{"numbers":[{"name":"x","shape":{{{shape}}},"values":[{{{value}}}]}]}}""");

        Assert.False(MlInferenceRequest.TryRead(wire, out MlInferenceRequest? _, out RequestRefusal refusal));
        Assert.Equal(RequestRefusal.InputsMalformed, refusal);
    }

    [Fact]
    public void An_answer_is_signed_over_its_output_tensors_and_survives_its_wire_form()
    {
        EnclaveSigningKey key = TestKeys.Pool[0];
        TensorSet outputs = new([new FixedPointTensor("sigma", [new FixedPoint(42, 4)], [1])], []);
        SignedResponse proof = SignedResponse.Sign(key, Request.CanonicalBytes(), outputs.ToCanonicalText(), 1_770_000_000);
        MlInferenceResponse answer = new(outputs, Keccak256.Hash("model"u8), proof);

        Assert.True(MlInferenceResponse.TryRead(answer.ToJson(), out MlInferenceResponse? read, out _));

        Assert.Equal(answer.ToJson(), read.ToJson());
        Assert.Equal(ResponseVerdict.Accepted, read.Proof.Verify(key.Spki.Span, key.TeeId, Request.CanonicalBytes(), read.Output));
    }

    [Theory]
    [InlineData(-125, 3, "-0.125")]
    [InlineData(7, 0, "7")]
    [InlineData(1, 18, "0.000000000000000001")]
    [InlineData(long.MinValue, 2, "-92233720368547758.08")]
    public void A_fixed_point_number_is_written_exactly(long value, int decimals, string expected)
    {
        Assert.Equal(expected, new FixedPoint(value, decimals).ToString());
    }
}
