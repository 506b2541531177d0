using Simulator.Protocol.Settlement;
using Simulator.Protocol.Tests.Vectors;

namespace Simulator.Protocol.Tests.Settlement;

public sealed class SettlementNoiseTests
{
    [Fact]
    public void Noise_is_refused_and_never_throws()
    {
        byte[] dump = BatchTree.Build(SettlementSample.Rows).DumpJson();
        for (int n = 0; n < 20_000; n++)
        {
            byte[] noise = SampleBytes.Of(n, "noise", n % 200);
            byte[] mutated = [.. dump];
            foreach (byte[] change in SampleBytes.Of(n, "mutation", 12).Chunk(3))
            {
                mutated[((change[0] << 8) | change[1]) % mutated.Length] = change[2];
            }

            Assert.False(BatchTree.TryLoad(noise, out _, out _));
            Assert.Equal(
                BatchTree.TryLoad(mutated, out _, out BatchDumpRefusal refusal),
                refusal == BatchDumpRefusal.Unset);
            Assert.False(SettlementData.TryParse(
                SettlementType.Individual, Convert.ToBase64String(noise), out _, out SettlementDataRefusal? badHeader));
            Assert.NotEmpty(badHeader.Message);
        }
    }
}
