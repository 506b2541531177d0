using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Pipe;
using Simulator.Protocol.Tensors;

namespace Simulator.Protocol.Tests.Pipe;

/// <summary>Protocol facts §7.6.</summary>
public sealed class RunModelCallTests
{
    private static readonly Address Hub = Address.Parse("0x8383C9bD7462F12Eb996DD02F78234C0421A6FaE");

    private static readonly TensorSet Inputs = new(
        [
            new FixedPointTensor("x", [new FixedPoint(15, 1), new FixedPoint(-1, 3)], [1, 2]),
            new FixedPointTensor("scalar", [new FixedPoint(Int128.MinValue, 0)], []),
        ],
        [new StringTensor("words", ["", "naïve", new string('z', 40)], [3])]);

    [Fact]
    public void Its_selector_is_the_published_one() =>
        Assert.Equal(0xcbf09d80u, RunModelCall.Function.Value);

    // Laid out by hand after the Solidity ABI specification.
    [Fact]
    public void Call_data_is_laid_out_as_the_ABI_has_it()
    {
        RunModelCall call = new(
            Hub, "m", InferenceMode.Tee, new TensorSet(new FixedPointTensor("x", [new FixedPoint(15, 1)], [1])));

        string[] words =
        [
            Word("60"), Word("02"), Word("a0"), Word("01"), Text("6d"),
            Word("40"), Word("1c0"),
            Word("01"), Word("20"),
            Word("60"), Word("a0"), Word("100"), Word("01"), Text("78"), Word("01"), Word("0f"), Word("01"), Word("01"), Word("01"),
            Word("00"),
        ];
        Assert.Equal("cbf09d80" + string.Concat(words), Convert.ToHexStringLower(call.Encode()));
    }

    [Theory]
    [InlineData(InferenceMode.Vanilla)]
    [InlineData(InferenceMode.Zkml)]
    [InlineData(InferenceMode.Tee)]
    public void What_is_written_is_read_back(InferenceMode mode)
    {
        RunModelCall call = new(Hub, "QmModel", mode, Inputs);

        RunModelCall? read = RunModelCall.Read(Hub, call.Encode());

        Assert.Equal(call, read);
        Assert.Equal(Inputs.Numbers, read!.Inputs.Numbers);
        Assert.Equal(Inputs.Strings, read.Inputs.Strings);
    }

    [Fact]
    public void An_unknown_mode_does_not_decode()
    {
        byte[] data = new RunModelCall(Hub, "m", InferenceMode.Tee, Inputs).Encode();
        data[4 + 63] = 3;

        Assert.Null(RunModelCall.Read(Hub, data));
    }

    [Fact]
    public void A_number_that_is_not_sign_extended_does_not_decode()
    {
        TensorSet one = new(new FixedPointTensor("x", [new FixedPoint(-1, 0)], [1]));
        byte[] data = new RunModelCall(Hub, "m", InferenceMode.Tee, one).Encode();
        data[4 + (15 * 32)] = 0;

        Assert.Null(RunModelCall.Read(Hub, data));
    }

    [Fact]
    public void No_changed_or_shortened_byte_makes_reading_throw()
    {
        byte[] data = new RunModelCall(Hub, "m", InferenceMode.Tee, Inputs).Encode();
        for (int i = 0; i < data.Length; i++)
        {
            byte[] changed = [.. data];
            changed[i] ^= 0x55;
            RunModelCall? read = RunModelCall.Read(Hub, changed);
            Assert.True(read is null || read.Inputs.Numbers.Count <= TensorLimits.MaximumTensors);
            RunModelCall? shortened = RunModelCall.Read(Hub, data.AsSpan(0, i));
            Assert.True(shortened is null || shortened.Inputs.Strings[0].Values[2] == Inputs.Strings[0].Values[2]);
        }
    }

    [Fact]
    public void An_output_is_read_back_and_a_simulated_one_says_so()
    {
        byte[] data = new ModelOutput(Inputs).Encode();

        ModelOutput? read = ModelOutput.Read(data);

        Assert.Equal(Inputs.Numbers, read!.Tensors.Numbers);
        Assert.False(read.IsSimulation);
        Assert.True(ModelOutput.Read(new ModelOutput(Inputs, IsSimulation: true).Encode())!.IsSimulation);
        Assert.Null(ModelOutput.Read(data.AsSpan(32)));
        Assert.Null(ModelOutput.Read([]));
    }

    private static string Word(string hex) => hex.PadLeft(64, '0');

    private static string Text(string hex) => hex.PadRight(64, '0');
}
