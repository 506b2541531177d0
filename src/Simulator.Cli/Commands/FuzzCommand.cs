using System.CommandLine;
using System.Globalization;
using Simulator.Benchmarks.Fuzzing;

namespace Simulator.Cli.Commands;

/// <summary><c>opgsim bench fuzz</c>: every parser against random and mutated inputs.</summary>
internal sealed class FuzzCommand
{
    private readonly Option<long> inputs = new("--inputs")
    {
        Description = "Inputs for each parser",
        DefaultValueFactory = _ => 1_000_000,
    };

    private readonly Option<ulong> seed = new("--seed") { Description = "Which inputs", DefaultValueFactory = _ => 1 };

    private readonly Option<string?> only = new("--only") { Description = "Only parsers whose name contains this" };

    private readonly Option<int> threads = new("--threads")
    {
        Description = "Parsers at a time (default: all cores)",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    public static Command Create() => new FuzzCommand().Build();

    private Command Build()
    {
        Command command = new("fuzz", "Every parser against random and mutated inputs: refused by name, quickly, or accepted")
        {
            inputs,
            seed,
            only,
            threads,
        };
        AtLeastOne(inputs);
        AtLeastOne(threads);
        command.SetAction(Run);
        return command;
    }

    private static void AtLeastOne<T>(Option<T> option)
        where T : IComparable<T> =>
        option.Validators.Add(result =>
        {
            T one = (T)Convert.ChangeType(1, typeof(T), CultureInfo.InvariantCulture);
            if (result.GetValueOrDefault<T>() is T value && value.CompareTo(one) < 0)
            {
                result.AddError($"{option.Name} takes a number from 1");
            }
        });

    private int Run(ParseResult parsed)
    {
        string part = parsed.GetValue(only) ?? "";
        FuzzedParser[] parsers =
            [.. ParserCatalogue.All.Where(parser => parser.Name.Contains(part, StringComparison.OrdinalIgnoreCase))];
        if (parsers.Length == 0)
        {
            Console.Error.WriteLine(
                $"opgsim: no parser's name contains '{part}'; there are {string.Join(", ", ParserCatalogue.All.Select(parser => parser.Name))}");
            return ExitCode.BadInput;
        }

        IReadOnlyList<FuzzResult> results = FuzzRun.All(
            parsers, parsed.GetValue(inputs), parsed.GetValue(seed), parsed.GetValue(threads), Progress);
        Console.Out.Write(FuzzTable.Text(results));
        foreach (FuzzResult result in results)
        {
            Tell(result);
        }

        return results.Any(result => result.Violation is not null) ? ExitCode.VerdictFailed : ExitCode.Success;
    }

    private static void Progress(FuzzResult result) => Console.Error.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{result.Parser}: {result.Inputs:N0} inputs, {result.Accepted:N0} accepted, {result.Spent.TotalSeconds:F1} s"));

    private static void Tell(FuzzResult result)
    {
        if (result.Violation is { } violation)
        {
            Console.Out.WriteLine($"VIOLATION {result.Parser}, input {violation.Number}: {violation.Rule}");
            Console.Out.WriteLine(Convert.ToHexStringLower(violation.Input));
        }
    }
}
