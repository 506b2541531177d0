using System.Security.Cryptography;
using Simulator.Benchmarks.Measuring;
using Simulator.Benchmarks.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Benchmarks.Tests;

public sealed class MeasuringTests
{
    [Fact]
    public void The_reference_keccak_agrees_with_the_one_in_use()
    {
        byte[] hash = new byte[32];
        for (int length = 0; length < 420; length++)
        {
            byte[] message = SHA256.HashData(BitConverter.GetBytes(length)).Concat(new byte[length]).ToArray();
            UnrolledKeccak.Hash(message, hash);

            Assert.Equal(Keccak256.Hash(message), new Hash32(hash));
        }
    }

    // Source: output of `openssl speed -mr rsa2048`, OpenSSL 3.0.
    [Fact]
    public void The_line_openssl_prints_for_machines_gives_time_per_operation() =>
        Assert.Equal(250_000, OpenSslSpeed.Parse("+R1:1000:2048:0.25"));

    [Fact]
    public void Every_second_of_a_contest_is_the_reference_and_the_median_counts()
    {
        List<string> order = [];
        Contest contest = new("c", new Script("ours", order, 2))
        {
            ReferenceName = "r",
            Reference = new Script("reference", order, 1),
            Target = 0.4,
        };

        Standing standing = contest.Measure();

        Assert.Equal(new RatioRange(0.5, 0.5, 0.5), standing.Ratio);
        Assert.True(standing.IsMet);
        Assert.Equal(["ours", "reference", "ours", "reference"], order[..4]);
        Assert.Equal(2 * Contest.Rounds, order.Count);
        Assert.Contains("0.50–0.50", StandingTable.Text([standing]), StringComparison.Ordinal);
    }

    private sealed class Script(string name, List<string> order, double nanoseconds) : ITimed
    {
        public void WarmUp()
        {
        }

        public double Sample()
        {
            order.Add(name);
            return nanoseconds;
        }
    }
}
