using System.Diagnostics;
using System.Globalization;
using System.Text;
using Xunit.Abstractions;

namespace Simulator.Scenarios.Tests;

/// <summary>Whatever stands in a file, reading it ends in a scenario or in problems.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private static readonly string[] Pieces =
    [
        ":", " ", "\n", "- ", "{", "}", "[", "]", ",", "\"", "'", "#", "&a ", "*a", "!!int ", "!", "|\n",
        ">\n", "? ", "---\n", "...\n", "%YAML 1.1\n", "\t", "\r", "\0", "~", "null", "0", "-1",
        "9999999999999999999999", "1e309", ".inf", "/", "%", "@", "`", "\\", "\\u0000", "é", "😀", "\u2028",
        "<<: ", "count: ", "users:", "extends: ", "1/0", "10 s", "5 OPG", "unlimited", "(", ")", " when ",
        "<", ">=", "supply.conserved",
    ];

    /// <summary>Set it to 20000 or more for a long search; every file takes about a millisecond.</summary>
    private const string FilesVariable = "OPGSIM_FUZZ_FILES";

    private static readonly int Files = int.Parse(
        Environment.GetEnvironmentVariable(FilesVariable) ?? "3000", CultureInfo.InvariantCulture);

    [Fact]
    public void Mutated_files_never_throw()
    {
        byte[][] seeds = [.. Directory.EnumerateFiles("Files").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
        Random random = new(20_260_101);
        // Beside a copy of the parent, so that children find it.
        Directory.CreateDirectory("Fuzzing");
        File.Copy(ScenarioSamples.Child, "Fuzzing/child.yaml", overwrite: true);
        const string path = "Fuzzing/mutated.yaml";
        TimeSpan slowest = TimeSpan.Zero;
        int valid = 0;

        for (int i = 0; i < Files; i++)
        {
            File.WriteAllBytes(path, Mutate(seeds, random));
            Stopwatch watch = Stopwatch.StartNew();
            ScenarioLoad load = ScenarioFile.Load(path, [], TestVocabulary.Names);
            slowest = watch.Elapsed > slowest ? watch.Elapsed : slowest;

            Assert.Equal(load.Scenario is null, load.Problems.Count > 0);
            Assert.All(load.Problems, problem => Assert.DoesNotContain('\n', problem.ToString()));
            valid += load.Scenario is null ? 0 : 1;
        }

        File.Delete(path);
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture, $"slowest {slowest.TotalMilliseconds} ms, {valid} still valid"));
    }

    [Fact]
    public void Mutated_flags_never_throw()
    {
        string[] seeds =
        [
            "seed=7", "nodes.honest.count=12", "users.traders.arrivals={ every: 10 s }", "verdicts=[supply.conserved]",
        ];
        Random random = new(7);

        for (int i = 0; i < Files / 3; i++)
        {
            byte[] flag = Mutate([Encoding.UTF8.GetBytes(seeds[random.Next(seeds.Length)])], random);
            ScenarioLoad load =
                ScenarioFile.Load(ScenarioSamples.FirstLight, [Encoding.UTF8.GetString(flag)], TestVocabulary.Names);

            Assert.Equal(load.Scenario is null, load.Problems.Count > 0);
        }
    }

    private static byte[] Mutate(byte[][] seeds, Random random)
    {
        List<byte> bytes = [.. seeds[random.Next(seeds.Length)]];
        for (int edits = random.Next(1, 4); edits > 0; edits--)
        {
            int at = random.Next(bytes.Count + 1);
            int length = Math.Min(random.Next(1, 12), bytes.Count - at);
            switch (random.Next(5))
            {
                case 0:
                    bytes.RemoveRange(at, length);
                    break;
                case 1:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
                    break;
                case 2 when at < bytes.Count:
                    // Mostly text: a file that is no UTF-8 is refused before anything deeper is reached.
                    bytes[at] = (byte)(random.Next(40) == 0 ? random.Next(256) : random.Next(' ', '~'));
                    break;
                case 3:
                    bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, length));
                    break;
                default:
                    bytes.RemoveRange(at, bytes.Count - at == 0 ? 0 : random.Next(bytes.Count - at) / 8);
                    break;
            }
        }

        return [.. bytes];
    }
}
