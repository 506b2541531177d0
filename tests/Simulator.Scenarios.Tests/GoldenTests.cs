using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Simulator.Scenarios.Tests;

/// <summary>Outputs that people read. OPGSIM_WRITE_GOLDEN=1 writes them anew; the difference is then reviewed.</summary>
public sealed class GoldenTests
{
    [Theory]
    [InlineData("first-light")]
    [InlineData("everything")]
    [InlineData("grandchild")]
    public void Explain_says_what_and_why(string name) =>
        Matches($"explain-{name}.yaml", ScenarioExplanation.Write(ScenarioSamples.Load($"Files/{name}.yaml")));

    [Fact]
    public void Explain_names_flags() => Matches(
        "explain-flags.yaml",
        ScenarioExplanation.Write(
            ScenarioSamples.Load(ScenarioSamples.FirstLight, "seed=9", "hardware.cpu-small.cores=4")));

    [Fact]
    public void The_schema_is_the_published_one() => Matches("scenario.schema.json", ScenarioJsonSchema.Write());

    [Fact]
    public void Every_reference_in_the_schema_leads_somewhere()
    {
        JsonNode schema = JsonNode.Parse(ScenarioJsonSchema.Write())!;

        string[] references = [.. Values(schema, "$ref").Distinct().Order(StringComparer.Ordinal)];

        Assert.Equal(9, references.Length);
        Assert.All(references, reference => Assert.NotNull(schema["$defs"]![reference["#/$defs/".Length..]]));
    }

    [Fact]
    public void The_reference_in_the_documentation_is_up_to_date() =>
        MatchesPage("docs/reference/scenario.md", ScenarioReference.Write());

    [Fact]
    public void The_assumptions_in_the_documentation_are_up_to_date() =>
        MatchesPage("docs/ASSUMPTIONS.md", ScenarioAssumptions.Write());

    private static void MatchesPage(string path, string page)
    {
        string file = Path.Combine(RepositoryRoot(), path);
        Received(Path.GetFileName(path), page);
        Renew(file, page);
        Assert.Equal(File.Exists(file) ? File.ReadAllText(file) : "", page);
    }

    private static void Matches(string name, string received)
    {
        string file = Path.Combine("Golden", name);
        Received(name, received);
        Renew(Path.Combine(RepositoryRoot(), "tests", "Simulator.Scenarios.Tests", file), received);
        Assert.Equal(File.Exists(file) ? File.ReadAllText(file) : "", received);
    }

    private static void Renew(string file, string text)
    {
        if (Environment.GetEnvironmentVariable("OPGSIM_WRITE_GOLDEN") is { Length: > 0 })
        {
            File.WriteAllText(file, text);
        }
    }

    private static void Received(string name, string text)
    {
        Directory.CreateDirectory("Received");
        File.WriteAllText(Path.Combine("Received", name), text);
    }

    private static IEnumerable<string> Values(JsonNode? node, string name) => node switch
    {
        JsonObject fields => fields.SelectMany(field => field.Key == name && field.Value is JsonValue value
            ? [value.GetValue<string>()]
            : Values(field.Value, name)),
        JsonArray items => items.SelectMany(item => Values(item, name)),
        _ => [],
    };

    private static string RepositoryRoot([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", ".."));
}
