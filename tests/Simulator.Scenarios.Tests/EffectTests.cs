using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Tests;

/// <summary>A key that nothing reads would be a lie.</summary>
public sealed class EffectTests
{
    private static readonly Type[] SettingsTypes =
    [
        typeof(Scenario), typeof(ChainsSettings), typeof(ChainSettings), typeof(InferenceChainSettings),
        typeof(EvidenceSettings), typeof(BatchSettings),
        typeof(ReorganisationSettings), typeof(ConsensusSettings), typeof(ByzantineValidators), typeof(InferencePipeSettings),
        typeof(PaymentSettings), typeof(UserGroup), typeof(UserFraudSettings), typeof(FacilitatorFraudSettings),
        typeof(RewardSettings), typeof(AskSettings), typeof(NodeChoiceSettings), typeof(PlatformScenario),
        typeof(QuotaSettings), typeof(SignUpSettings), typeof(BanSettings), typeof(NodeGroup), typeof(FacilitatorGroup),
        typeof(LinkProfile), typeof(LatencySettings),
        typeof(HardwareProfile), typeof(StorageGroup), typeof(NodeBehaviour), typeof(NodeFraud), typeof(NodeExecution),
        typeof(VerifierGroup), typeof(VerifierFraud), typeof(AnswerVerificationSettings), typeof(ProofSettings), typeof(Fault.Crash),
        typeof(Fault.Partition), typeof(Fault.Revoke), typeof(Fault.Approve),
        typeof(Variation.Listed), typeof(Variation.Sampled), typeof(Replications), typeof(ReplicationRule),
        typeof(CrossingSettings), typeof(MetricDifference), typeof(VariedAxis), typeof(ClosedFormSettings),
    ];

    public static TheoryData<string, string> Properties
    {
        get
        {
            TheoryData<string, string> all = [];
            foreach (Type type in SettingsTypes)
            {
                foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
                {
                    all.Add(type.Name, property.Name);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Properties))]
    public void Every_setting_is_read_where_a_world_is_built_or_judged(string type, string property) =>
        Assert.True(
            Regex.IsMatch(Readers.Value, $@"\b\w+\.{property}(Of)?\b"),
            $"nothing reads {property} of {type}");

    private static readonly Lazy<string> Readers = new(() => string.Concat(
        SourcesIn("Simulator.Scenarios", "Worlds").Concat(SourcesIn("Simulator.Experiments")).Select(File.ReadAllText)));

    private static IEnumerable<string> SourcesIn(params string[] folder) =>
        Directory.EnumerateFiles(Path.Combine([Repository(), "src", .. folder]), "*.cs", SearchOption.AllDirectories);

    private static string Repository([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", ".."));
}
