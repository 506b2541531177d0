using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Tests;

/// <summary>Valid files, and a way to load them that insists on it.</summary>
internal static class ScenarioSamples
{
    public const string FirstLight = "Files/first-light.yaml";
    public const string Everything = "Files/everything.yaml";
    public const string Child = "Files/child.yaml";
    public const string Grandchild = "Files/grandchild.yaml";

    public static TheoryData<string> All => [FirstLight, Everything, Child, Grandchild];

    public static Scenario Load(string path, params string[] overrides)
    {
        ScenarioLoad load = ScenarioFile.Load(path, overrides, TestVocabulary.Names);
        Assert.Equal([], load.Problems.Select(problem => problem.ToString()));
        return load.Scenario!;
    }

    public static Scenario LoadText(string text)
    {
        ScenarioLoad load = LoadBytes(System.Text.Encoding.UTF8.GetBytes(text));
        Assert.Equal([], load.Problems.Select(problem => problem.ToString()));
        return load.Scenario!;
    }

    /// <summary>The messages that text gives when it is loaded from a file.</summary>
    public static ScenarioLoad LoadBytes(byte[] bytes, params string[] overrides)
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllBytes(path, bytes);
        try
        {
            return ScenarioFile.Load(path, overrides, TestVocabulary.Names);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
