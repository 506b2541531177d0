using Simulator.Inference.Execution;

namespace Simulator.Inference.Tests.Execution;

public sealed class ExecutionProfileTests
{
    [Theory]
    [InlineData("cpu-all-1")]
    [InlineData("cpu-none-64")]
    [InlineData("cpu-extended-2")]
    public void A_profile_reads_back_from_its_name(string name)
    {
        Assert.True(ExecutionProfile.TryParse(name, out ExecutionProfile profile));
        Assert.Equal(name, profile.ToString());
    }

    [Theory]
    [InlineData("cpu-all-0")]
    [InlineData("cpu-all-65")]
    [InlineData("cpu-most-1")]
    [InlineData("cpu-all")]
    [InlineData("gpu-all-1")]
    [InlineData("cpu-all--1")]
    [InlineData(null)]
    public void Other_names_are_no_profile(string? name) => Assert.False(ExecutionProfile.TryParse(name, out _));

    [Fact]
    public void Every_refusal_has_a_name_that_reads_back()
    {
        foreach (InferenceRefusal refusal in Enum.GetValues<InferenceRefusal>().Except([InferenceRefusal.Unset]))
        {
            string name = InferenceRefusalNames.NameOf(refusal);

            Assert.True(InferenceRefusalNames.TryParse(name, out InferenceRefusal read));
            Assert.Equal(refusal, read);
        }

        Assert.False(InferenceRefusalNames.TryParse("no-such-refusal", out _));
    }
}
